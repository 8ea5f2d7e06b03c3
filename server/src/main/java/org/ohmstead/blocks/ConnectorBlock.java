package org.ohmstead.blocks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * That something of a station takes no new sessions.
 *
 * @param number   counts its changes
 * @param liftedAt not null: it blocks nothing any more, and the station has still to be told
 * @param isWanted once lifted it is kept, because somebody wants it to be in service: the station is told so after each boot
 * @param answer   what the station has said to it as it is now
 */
public record ConnectorBlock(
        StationRef station,
        BlockPlace place,
        long number,
        Terms terms,
        Instant since,
        @Nullable Instant liftedAt,
        boolean isWanted,
        Answer answer) {

    /**
     * What somebody has said.
     *
     * @param by    the actor's word
     * @param until null: until somebody lifts it
     */
    public record Terms(String reason, String by, @Nullable Instant until) {}

    /** @param at null: it has said nothing yet */
    public record Answer(BlockResult result, @Nullable Instant at) {
        static final Answer NONE = new Answer(BlockResult.PENDING, null);

        /** Of one that is told later it is not known when it said anything. */
        static Answer of(BlockResult result, Instant now) {
            return result == BlockResult.PENDING ? NONE : new Answer(result, now.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** As audit lines tell of it; who says so stands in the line itself. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("reason", terms.reason());
        fields.put("until", terms.until() == null ? null : terms.until().toString());
        return fields;
    }

    /** Whether it blocks. */
    public boolean stands() {
        return liftedAt == null;
    }

    /** Whether it blocks that connector. */
    public boolean blocks(int evse, int connector) {
        return stands() && place.covers(evse, connector);
    }

    /** The same under other terms; the station is told once more, unless it has done it. */
    ConnectorBlock with(Terms other) {
        boolean done = answer.result() == BlockResult.ACCEPTED || answer.result() == BlockResult.SCHEDULED;
        return new ConnectorBlock(station, place, number + 1, other, since, null, false, done ? answer : Answer.NONE);
    }

    ConnectorBlock lifted(Instant at) {
        return new ConnectorBlock(station, place, number + 1, terms, since, at, false, Answer.NONE);
    }

    /** Not blocked, and kept as that; the station is told, even if it was before. */
    ConnectorBlock inService(Terms said, Instant at) {
        return new ConnectorBlock(station, place, number + 1, said, at, at, true, Answer.NONE);
    }

    /** Whether nothing is to be done about it before the next boot, and it blocks nothing. */
    boolean isOnlyKept() {
        return !stands() && isWanted && answer.result() != BlockResult.PENDING;
    }
}

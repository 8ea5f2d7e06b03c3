package org.ohmstead.remote.resets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * That somebody wanted a station to start anew, and what came of it.
 *
 * @param command    number of the command that it became
 * @param actor      who wanted it
 * @param evse       null: the station as a whole
 * @param note       why it came to nothing, or what the station says beside its answer
 * @param bootReason the station's word; null: no boot, or one of 1.6
 */
public record StationReset(
        long id,
        StationRef station,
        long command,
        String actor,
        ResetType type,
        @Nullable Integer evse,
        ResetState state,
        @Nullable String note,
        @Nullable String bootReason,
        Times times) {

    /**
     * By our clock.
     *
     * @param expires until when a boot is waited for; null: none is
     * @param ended   when it came to nothing
     */
    public record Times(
            Instant requested,
            @Nullable Instant answered,
            @Nullable Instant rebooted,
            @Nullable Instant expires,
            @Nullable Instant ended) {
        static Times at(Instant requested) {
            return new Times(requested, null, null, null, null);
        }
    }

    /** When it came to be as it is. */
    Instant changedAt() {
        Instant at =
                switch (state) {
                    case QUEUED, REQUESTED -> times.requested();
                    case ACCEPTED, SCHEDULED -> times.answered();
                    case REBOOTED -> times.rebooted();
                    case REJECTED, EXPIRED, FAILED -> times.ended();
                };
        return at == null ? times.requested() : at;
    }

    StationReset leaving(Instant at) {
        return with(ResetState.REQUESTED, note, Times.at(at));
    }

    /** The station will, unless it has booted already. @param expires null: no boot follows */
    StationReset answered(ResetState how, Instant at, @Nullable Instant expires, @Nullable String said) {
        Times then = new Times(times.requested(), at, times.rebooted(), expires, null);
        return with(state == ResetState.REBOOTED ? state : how, said, then);
    }

    /** It comes to nothing, unless the station has booted already. */
    StationReset over(ResetState how, Instant at, @Nullable String why) {
        return state == ResetState.REBOOTED
                ? this
                : with(how, why, new Times(times.requested(), times.answered(), null, times.expires(), at));
    }

    /** Nobody knows whether the station does it: a boot may yet follow. */
    StationReset inDoubt(Instant at, Instant expires, @Nullable String why) {
        Times then = new Times(times.requested(), times.answered(), null, expires, at);
        return state == ResetState.REBOOTED ? this : with(ResetState.FAILED, why, then);
    }

    /** Whether a boot may be its. */
    boolean mayBoot() {
        return evse == null
                && switch (state) {
                    case REQUESTED, ACCEPTED, SCHEDULED, EXPIRED -> true;
                    case FAILED -> times.expires() != null;
                    case QUEUED, REJECTED, REBOOTED -> false;
                };
    }

    StationReset rebooted(Instant at, @Nullable String reason) {
        return new StationReset(
                id,
                station,
                command,
                actor,
                type,
                evse,
                ResetState.REBOOTED,
                note,
                reason,
                new Times(times.requested(), times.answered(), at, times.expires(), null));
    }

    private StationReset with(ResetState other, @Nullable String why, Times then) {
        return new StationReset(id, station, command, actor, type, evse, other, why, bootReason, then);
    }
}

package org.ohmstead.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.AttemptHint;

/**
 * Refused handshakes of one identity, or of one address where none was named, for one reason.
 *
 * @param id          of the newest row of attempts that belongs to it
 * @param latest      the newest attempt
 * @param hint        what it seems to come from; null: nothing is known
 * @param station     the identity as it is registered; null: no such station
 * @param connectedAt when that station last opened a connection; null: never
 */
public record ConnectionProblem(
        long id,
        Attempt latest,
        @Nullable AttemptHint hint,
        long occurred,
        Instant firstAt,
        Instant lastAt,
        @Nullable String station,
        @Nullable Instant connectedAt) {
    /** Most stations dial once a minute, or more often. */
    private static final Duration RETRY = Duration.ofMinutes(2);

    /** How it stands. */
    @Schema(name = "ConnectionProblemState")
    public enum State {
        /** It was so within the last two minutes. */
        ONGOING,
        /** Nobody has tried for a while, and the station has not come either. */
        QUIET,
        /** The station has connected since. */
        SOLVED;

        /** As it stands in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    State state(Instant now) {
        if (connectedAt != null && connectedAt.isAfter(lastAt)) {
            return State.SOLVED;
        }
        return lastAt.isBefore(now.minus(RETRY)) ? State.QUIET : State.ONGOING;
    }
}

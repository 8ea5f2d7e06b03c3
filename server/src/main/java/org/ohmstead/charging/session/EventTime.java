package org.ohmstead.charging.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When something happened.
 *
 * @param at      the time we believe
 * @param station the time the station gave; null: none
 * @param offline whether it came from the queue of a station that was offline
 * @param doubts  why the two times differ
 */
public record EventTime(Instant at, @Nullable Instant station, boolean offline, Set<Suspicion> doubts) {
    /** Whether the station's own time is one that can tell two messages apart. A clock that was never set tells the same again. */
    public boolean isStations() {
        return station != null && !doubts.contains(Suspicion.CLOCK_ABSURD);
    }

    /** What tells two messages apart: never a time that we have made of it, which the next delivery may not get. */
    public Instant key() {
        return station != null && isStations() ? station : at;
    }

    /** What both databases can keep, so that a time that was read equals the one that was written. */
    public static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}

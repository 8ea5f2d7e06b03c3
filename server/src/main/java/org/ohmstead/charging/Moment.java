package org.ohmstead.charging;

import java.time.Instant;
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
record Moment(Instant at, @Nullable Instant station, boolean offline, Set<Suspicion> doubts) {
    /** Whether the station's own time is one that can tell two messages apart. */
    boolean isStations() {
        return doubts.isEmpty();
    }
}

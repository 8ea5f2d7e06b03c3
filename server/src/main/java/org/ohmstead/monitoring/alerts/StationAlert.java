package org.ohmstead.monitoring.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something is wrong at a station, or was.
 *
 * @param station    its identity
 * @param monitor    number of the monitor that raised it; null: none that has one
 * @param severity   0 (danger to life) to 9; null: the station did not tell
 * @param event      the latest event that says so, as it came
 * @param count      how many have said so
 * @param raisedAt   the station's clock
 * @param receivedAt our clock, when the first came
 * @param lastAt     the station's clock, of the latest
 * @param endedAt    null: it is open
 * @param endedBy    {@link #CLEARED}, {@link #MONITOR_REMOVED}, or who closed it; null: it is open
 */
public record StationAlert(
        long id,
        String station,
        @Nullable Integer monitor,
        @Nullable Integer severity,
        JsonNode event,
        int count,
        Instant raisedAt,
        Instant receivedAt,
        Instant lastAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    /** The station says that it is over. */
    public static final String CLEARED = "cleared";

    /** Nobody watches it any more. */
    public static final String MONITOR_REMOVED = "monitor-removed";
}

package org.ohmstead.monitoring.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * What was wrong at a station is over, or watched no more.
 *
 * @param alert    its id in {@code GET /api/v1/station-alerts/{id}}
 * @param severity that it was raised with; null: the station did not tell
 * @param by       {@code cleared}: the station says so; {@code monitor-removed}; or who closed it
 */
public record AlertCleared(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long alert,
        @Nullable Integer severity,
        String by) implements Event {
    @Override
    public String kind() {
        return "station.alert.cleared";
    }
}

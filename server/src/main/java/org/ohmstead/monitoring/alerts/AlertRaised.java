package org.ohmstead.monitoring.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Something is wrong at a station.
 *
 * @param at        when it was told
 * @param stationAt when it was noticed, by the station's clock
 * @param alert     its id in {@code GET /api/v1/station-alerts/{id}}
 * @param severity  0 (danger to life) to 9; null: the station did not tell
 * @param data      {@code EventDataType} as it came
 */
public record AlertRaised(
        long tenant,
        Long station,
        Instant at,
        String identity,
        Instant stationAt,
        long alert,
        @Nullable Integer severity,
        JsonNode data)
        implements Event {
    @Override
    public String kind() {
        return "station.alert.raised";
    }
}

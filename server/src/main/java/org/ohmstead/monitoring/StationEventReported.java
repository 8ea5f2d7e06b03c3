package org.ohmstead.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A monitor of a station noticed something. Values that come periodically are kept, but not told of.
 *
 * @param at        when it came
 * @param stationAt when it happened by the station's clock
 * @param data      {@code EventDataType} as it came
 */
public record StationEventReported(
        long tenant, Long station, Instant at, String identity, Instant stationAt, JsonNode data) implements Event {
    @Override
    public String kind() {
        return "station.event.reported";
    }
}

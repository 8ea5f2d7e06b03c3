package org.ohmstead.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a monitor, or a hard-wired rule, of a 2.x station has noticed.
 *
 * @param at         the station's clock; ours where it told none
 * @param isPeriodic whether it is one value of a time series, and no news
 * @param data       {@code EventDataType} as it came: component, variable, actualValue, trigger, severity and the rest
 * @param receivedAt our clock
 */
public record StationEvent(Instant at, boolean isPeriodic, JsonNode data, Instant receivedAt) {

    /** An event that is kept. */
    @Schema(name = "StationEvent")
    public record Kept(long id, Instant at, JsonNode data, Instant receivedAt) {}
}

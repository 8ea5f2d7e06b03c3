package org.ohmstead.charging.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the meter of an open session showed last. Absent values are not known.
 *
 * @param stationId ours
 * @param session   its number
 * @param station   identity of the station
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MeterSample(
        @JsonIgnore long tenant,
        @JsonIgnore long stationId,
        long session,
        String station,
        @Nullable Integer evse,
        @Nullable Integer connector,

        @Schema(description = "When it was read: the time that is believed")
        Instant at,

        @Schema(description = "Into the vehicle, in W; negative: out of it") @Nullable
        BigDecimal powerW,

        @Schema(description = "Of the session so far, in Wh") @Nullable
        BigDecimal energyWh,

        @Schema(description = "The import register, an absolute count in Wh") @Nullable
        BigDecimal meterWh,

        @Schema(
                description = "In A, by phase: L1, L2, L3, N; total: the station names none",
                examples = "{\"L1\": 15.9, \"L2\": 16, \"L3\": 16}")
        Map<String, BigDecimal> currentA,

        @Schema(description = "The highest that is shown, in V") @Nullable
        BigDecimal voltageV,

        @Schema(description = "State of charge of the vehicle, 0 to 100") @Nullable
        BigDecimal socPercent) {}

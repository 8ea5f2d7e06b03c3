package org.ohmstead.pricing.ocpi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.tariff.ReservationKind;

/** TariffRestrictions of OCPI 2.2.1, and how long a vehicle has been parked, which is ours. */
@Schema(name = "OcpiTariffRestrictions", description = "All of them must hold, moment by moment")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OcpiRestrictions(
        @Schema(description = "From this local time of day", examples = "09:00") @JsonProperty("start_time") @Nullable
        String startTime,

        @Schema(
                description = "Before this local time of day; 00:00 is the end of the day, and an end before the start"
                        + " lies on the next day",
                examples = "18:00")
        @JsonProperty("end_time")
        @Nullable
        String endTime,

        @Schema(description = "From this local date", examples = "2026-12-24") @JsonProperty("start_date") @Nullable
        String startDate,

        @Schema(description = "Before this local date", examples = "2026-12-27") @JsonProperty("end_date") @Nullable
        String endDate,

        @Schema(description = "When so much was drawn, in kWh") @JsonProperty("min_kwh") @Nullable
        BigDecimal minKwh,

        @Schema(description = "Until so much was drawn, in kWh") @JsonProperty("max_kwh") @Nullable
        BigDecimal maxKwh,

        @Schema(description = "At so much current or more, in A, the sum over all phases")
        @JsonProperty("min_current")
        @Nullable
        BigDecimal minCurrent,

        @Schema(description = "Below this current, in A") @JsonProperty("max_current") @Nullable
        BigDecimal maxCurrent,

        @Schema(description = "At so much power or more, in kW") @JsonProperty("min_power") @Nullable
        BigDecimal minPower,

        @Schema(description = "Below this power, in kW; 0 or less: what flows back into the grid, which is credited")
        @JsonProperty("max_power")
        @Nullable
        BigDecimal maxPower,

        @Schema(description = "When the session has lasted so long, in s") @JsonProperty("min_duration") @Nullable
        Integer minDuration,

        @Schema(description = "Until the session has lasted so long, in s") @JsonProperty("max_duration") @Nullable
        Integer maxDuration,

        @Schema(description = "Ours, not OCPI's: when the vehicle has been parked so long in this session, in s")
        @JsonProperty("min_parking_time")
        @Nullable
        Integer minParkingTime,

        @Schema(description = "Ours, not OCPI's: until the vehicle has been parked so long, in s")
        @JsonProperty("max_parking_time")
        @Nullable
        Integer maxParkingTime,

        @Schema(
                description = "On these days of the local calendar, such as MONDAY. Absent or empty: on all",
                examples = "[\"SATURDAY\"]")
        @JsonProperty("day_of_week")
        @Nullable
        List<String> dayOfWeek,

        @Schema(description = "It prices reservations, and no sessions") @Nullable
        ReservationKind reservation) {}

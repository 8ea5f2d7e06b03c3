package org.ohmstead.pricing.ocpi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Of a CDR of OCPI 2.2.1 what its price follows from. All else is ignored. */
@Schema(name = "OcpiCdr", description = "A CDR of OCPI 2.2.1. Fields beyond these are ignored")
@JsonIgnoreProperties(ignoreUnknown = true)
public record OcpiCdr(
        @Schema(
                description = "Of the reservation, or of the session where there was none",
                required = true,
                examples = "2026-01-12T09:30:00Z")
        @JsonProperty("start_date_time")
        @Nullable
        String startDateTime,

        @Schema(required = true, examples = "2026-01-12T12:39:00Z") @JsonProperty("end_date_time") @Nullable
        String endDateTime,

        @Schema(description = "That of the tariff", required = true, examples = "EUR") @Nullable
        String currency,

        @Schema(description = "1 to 20,000; each lasts until the next one begins, the last to the end", required = true)
        @JsonProperty("charging_periods")
        @Nullable
        List<Period> chargingPeriods) {

    /** A ChargingPeriod of OCPI 2.2.1. */
    @Schema(name = "OcpiChargingPeriod")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Period(
            @Schema(required = true, examples = "2026-01-12T09:30:00Z") @JsonProperty("start_date_time") @Nullable
            String startDateTime,

            @Schema(description = "Absent or empty: nothing was measured") @Nullable
            List<Measured> dimensions) {}

    /** A CdrDimension of OCPI 2.2.1. */
    @Schema(name = "OcpiCdrDimension")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Measured(
            @Schema(required = true) @Nullable CdrDimension type,

            @Schema(
                    description = "kWh of energy, hours of time (to the nearest second), A, kW or percent",
                    required = true,
                    examples = "2.45")
            @Nullable
            BigDecimal volume) {}
}

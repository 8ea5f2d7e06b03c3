package org.ohmstead.pricing.ocpi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.tariff.Dimension;

/** A PriceComponent of OCPI 2.2.1. */
@Schema(name = "OcpiPriceComponent")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OcpiComponent(
        @Schema(required = true) @Nullable Dimension type,

        @Schema(
                description = "Without tax, per kWh, per hour, or once",
                required = true,
                minimum = "0",
                examples = "0.25")
        @Nullable
        BigDecimal price,

        @Schema(description = "Tax in percent. Absent: there is none", minimum = "0", maximum = "100", examples = "10")
        @Nullable
        BigDecimal vat,

        @Schema(
                description = "Up to multiples of how much the sum of the session is rounded: Wh of energy, s of time."
                        + " Absent, 0 and 1: it is not",
                minimum = "0",
                examples = "1")
        @JsonProperty("step_size")
        @Nullable
        Integer stepSize) {}

package org.ohmstead.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.pricing.engine.Cost;

/** A Price of OCPI 2.2.1. */
@Schema(name = "OcpiPrice")
public record PriceView(
        @Schema(description = "Without tax") @JsonProperty("excl_vat")
        BigDecimal exclVat,

        @Schema(description = "With tax; the same where there is none") @JsonProperty("incl_vat")
        BigDecimal inclVat) {
    /** Of amounts that are no sum to be paid. */
    static final int DECIMALS = 4;

    static PriceView of(Cost cost) {
        return exactly(cost.rounded(DECIMALS, RoundingMode.HALF_UP));
    }

    /** As it is. */
    static PriceView exactly(Cost cost) {
        return new PriceView(cost.exclVat(), cost.inclVat());
    }
}

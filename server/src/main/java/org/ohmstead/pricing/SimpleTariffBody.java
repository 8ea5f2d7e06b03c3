package org.ohmstead.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.ocpi.Fields;
import org.ohmstead.pricing.tariff.SimpleTariff;

/** The form that most tariffs have. */
@Schema(name = "SimpleTariff", description = "What is absent is free. Prices are without tax")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimpleTariffBody(
        @Schema(description = "By ISO 4217", required = true, examples = "UZS") @Nullable
        String currency,

        @Schema(minimum = "0", examples = "0.25") @Nullable BigDecimal perKwh,

        @Schema(description = "Of charging", minimum = "0", examples = "1.2") @Nullable
        BigDecimal perHour,

        @Schema(minimum = "0", examples = "0.5") @Nullable BigDecimal perSession,

        @Schema(description = "For a vehicle that stays without asking for power", minimum = "0", examples = "3")
        @Nullable
        BigDecimal idlePerHour,

        @Schema(description = "How long it may stay so for nothing; default: 0", minimum = "0", examples = "900")
        @Nullable
        Integer idleGraceSeconds,

        @Schema(
                description = "Tax in percent on all of it. Absent: there is none",
                minimum = "0",
                maximum = "100",
                examples = "12")
        @Nullable
        BigDecimal vat) {

    /** @param path where it stands; with it begins what a refusal names */
    public SimpleTariff read(String path) {
        Integer grace = Fields.count(path + ".idleGraceSeconds", idleGraceSeconds);
        return new SimpleTariff(
                Fields.currency(path + ".currency", currency),
                Fields.amount(path + ".perKwh", perKwh),
                Fields.amount(path + ".perHour", perHour),
                Fields.amount(path + ".perSession", perSession),
                Fields.amount(path + ".idlePerHour", idlePerHour),
                grace == null ? 0 : grace,
                Fields.percent(path + ".vat", vat));
    }

    /** As the API shows it. */
    public static SimpleTariffBody of(SimpleTariff simple) {
        return new SimpleTariffBody(
                simple.currency().getCurrencyCode(),
                simple.energy(),
                simple.time(),
                simple.session(),
                simple.idle(),
                simple.grace(),
                simple.vat());
    }
}

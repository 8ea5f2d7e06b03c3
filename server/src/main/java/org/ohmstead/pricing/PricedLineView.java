package org.ohmstead.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.engine.Cost;
import org.ohmstead.pricing.engine.LineCode;
import org.ohmstead.pricing.engine.PricedLine;
import org.ohmstead.pricing.engine.Reasons;
import org.ohmstead.pricing.tariff.Dimension;
import org.ohmstead.pricing.tariff.PriceComponent;
import org.ohmstead.pricing.tariff.Tariff;

/** A line of a price as the API shows it. */
@Schema(name = "PricedLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PricedLineView(
        @Schema(
                enumeration = {"session", "reservation", "limit"},
                description = "What it is about; a limit is about all")
        String phase,

        @Schema(description = "Absent: a limit") @Nullable Dimension component,

        @Schema(description = "The number of the element in the tariff, from 1. Absent: none priced it", examples = "2")
        @Nullable
        Integer element,

        Instant from,
        Instant to,

        @Schema(description = "kWh of energy, hours of time, 1 of what is paid once")
        BigDecimal volume,

        @Schema(description = "What of it, and beyond it, is paid for") @JsonProperty("billed_volume")
        BigDecimal billedVolume,

        @Schema(description = "Without tax, per kWh, per hour, or once. Absent: none") @Nullable
        BigDecimal price,

        @Schema(description = "Tax in percent. Absent: there is none") @Nullable
        BigDecimal vat,

        @Schema(description = "To 4 decimals") PriceView cost,

        @Schema(description = "In whole units of the currency; over all lines together exactly what is to be paid")
        PriceView payable,

        @Schema(implementation = LineCode.class) String code,

        @Schema(description = "In words, in English") String reason) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    static PricedLineView of(PricedLine line, Cost payable, Tariff tariff) {
        PriceComponent by = line.component();
        return new PricedLineView(
                line.phase() == null ? "limit" : line.phase().name().toLowerCase(Locale.ROOT),
                line.dimension(),
                line.element(),
                line.from(),
                line.to(),
                volume(line.dimension(), line.volume()),
                volume(line.dimension(), line.billed()),
                by == null ? null : by.price(),
                by == null ? null : by.vat(),
                PriceView.of(line.cost()),
                PriceView.exactly(payable),
                line.code().word(),
                Reasons.of(line, tariff));
    }

    private static BigDecimal volume(@Nullable Dimension dimension, BigDecimal volume) {
        return dimension == Dimension.TIME || dimension == Dimension.PARKING_TIME
                ? hours(volume)
                : PricedView.rounded(volume);
    }

    static BigDecimal hours(BigDecimal seconds) {
        return seconds.divide(SECONDS_PER_HOUR, PriceView.DECIMALS, RoundingMode.HALF_UP);
    }
}

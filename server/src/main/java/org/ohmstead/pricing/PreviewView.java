package org.ohmstead.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.PricedLine;
import org.ohmstead.pricing.engine.Pricing;
import org.ohmstead.pricing.ocpi.OcpiTariff;
import org.ohmstead.pricing.ocpi.TariffForm;
import org.ohmstead.pricing.tariff.SimpleTariff;
import org.ohmstead.pricing.tariff.Tariff;

/** What a made-up session costs, at its end and at any time before. */
@Schema(name = "TariffPreview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewView(
        @Schema(description = "In full, as prices are worked out by it")
        OcpiTariff tariff,

        @Schema(description = "The same in the simple form. Absent: it says more than that form can") @Nullable
        SimpleTariffBody simple,

        @Schema(description = "At the end of the session") PricedView price,

        @Schema(
                description =
                        "What it costs whoever leaves at that moment: 61 even steps, and where a line begins or ends")
        List<Point> curve) {
    private static final int STEPS = 60;

    /** More would be no curve that somebody looks at. */
    private static final int MOST_LINES = 60;

    /** A point of the curve. */
    @Schema(name = "TariffPreviewPoint")
    public record Point(
            Instant at,

            @Schema(description = "Since the start") BigDecimal seconds,

            BigDecimal energyWh,

            @Schema(description = "To 4 decimals") PriceView cost) {}

    static PreviewView of(Tariff tariff, Charge charge) {
        Priced priced = Pricing.price(tariff, charge);
        NavigableSet<Instant> moments = new TreeSet<>();
        for (int step = 0; step <= STEPS; step++) {
            BigDecimal share = Exact.quotient(BigDecimal.valueOf(step), BigDecimal.valueOf(STEPS));
            moments.add(Exact.after(
                    charge.start(),
                    Exact.settled(Exact.seconds(charge.start(), charge.end()).multiply(share))));
        }
        priced.lines().stream().limit(MOST_LINES).forEach(line -> add(moments, line));
        return new PreviewView(
                TariffForm.write(tariff),
                SimpleTariff.of(tariff).map(SimpleTariffBody::of).orElse(null),
                PricedView.of(priced),
                moments.stream()
                        .map(moment -> point(Pricing.price(tariff, charge.until(moment))))
                        .toList());
    }

    private static void add(NavigableSet<Instant> moments, PricedLine line) {
        moments.add(line.from());
        moments.add(line.to());
    }

    private static Point point(Priced until) {
        return new Point(
                until.charge().end(),
                PricedView.rounded(
                        Exact.seconds(until.charge().start(), until.charge().end())),
                PricedView.rounded(until.charge().total(Phase.SESSION).kwh().movePointRight(3)),
                PriceView.of(until.total()));
    }
}

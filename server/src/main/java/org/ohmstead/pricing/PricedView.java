package org.ohmstead.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.engine.Cost;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.PricedLine.Part;

/** What a charge costs, by the names that a CDR of OCPI 2.2.1 has for it. */
@Schema(
        name = "PricedCharge",
        description = "Amounts have 4 decimals, in the currency; what is to be paid has those of the currency")
public record PricedView(
        String currency,

        @JsonProperty("total_cost") PriceView totalCost,

        @Schema(description = "What is paid once, but for reservations") @JsonProperty("total_fixed_cost")
        PriceView totalFixedCost,

        @Schema(description = "In kWh") @JsonProperty("total_energy")
        BigDecimal totalEnergy,

        @JsonProperty("total_energy_cost") PriceView totalEnergyCost,

        @Schema(description = "Of the session from its start to its end, in hours") @JsonProperty("total_time")
        BigDecimal totalTime,

        @Schema(description = "Of charging") @JsonProperty("total_time_cost")
        PriceView totalTimeCost,

        @Schema(description = "In hours") @JsonProperty("total_parking_time")
        BigDecimal totalParkingTime,

        @JsonProperty("total_parking_cost") PriceView totalParkingCost,

        @JsonProperty("total_reservation_cost") PriceView totalReservationCost,

        @Schema(description = "The total, rounded half up to what the currency is divided into")
        PriceView payable,

        @Schema(
                description =
                        "Whether the tariff was valid when the charge began; where not, it is priced as if it were")
        @JsonProperty("tariff_valid")
        boolean tariffValid,

        @Schema(description = "In the order in which they began, limits at the end; together they are the total")
        List<PricedLineView> lines,

        @Schema(description = "How many more lines there are, which are not shown. Absent: none")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonProperty("lines_omitted")
        @Nullable
        Integer linesOmitted) {

    static PricedView of(Priced priced) {
        return of(priced, Integer.MAX_VALUE);
    }

    /** @param most lines that are shown */
    public static PricedView of(Priced priced, int most) {
        int all = priced.lines().size();
        List<Cost> payable = priced.payableLines(RoundingMode.HALF_UP);
        return new PricedView(
                priced.charge().currency().getCurrencyCode(),
                PriceView.of(priced.total()),
                PriceView.of(priced.of(Part.FIXED)),
                rounded(priced.measured().kwh()),
                PriceView.of(priced.of(Part.ENERGY)),
                PricedLineView.hours(priced.seconds()),
                PriceView.of(priced.of(Part.TIME)),
                PricedLineView.hours(priced.measured().parking()),
                PriceView.of(priced.of(Part.PARKING)),
                PriceView.of(priced.of(Part.RESERVATION)),
                PriceView.exactly(priced.payable(RoundingMode.HALF_UP)),
                priced.isValidThen(),
                IntStream.range(0, Math.min(all, most))
                        .mapToObj(i -> PricedLineView.of(priced.lines().get(i), payable.get(i), priced.tariff()))
                        .toList(),
                all > most ? all - most : null);
    }

    static BigDecimal rounded(BigDecimal volume) {
        return volume.setScale(PriceView.DECIMALS, RoundingMode.HALF_UP);
    }
}

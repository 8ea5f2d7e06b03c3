package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.charge.Volumes;
import org.ohmstead.pricing.tariff.Tariff;

/**
 * What a charge costs by a tariff, exactly.
 *
 * @param lines in the order in which they began, limits at the end; their costs are the total
 */
public record Priced(Tariff tariff, Charge charge, List<PricedLine> lines) {
    /** All of it, with the limits of the tariff. */
    public Cost total() {
        return sum(lines);
    }

    /** A part of it; limits change none but their own. */
    public Cost of(PricedLine.Part part) {
        return sum(lines.stream().filter(line -> line.part() == part).toList());
    }

    static Cost sum(List<PricedLine> lines) {
        return lines.stream().map(PricedLine::cost).reduce(Cost.ZERO, Cost::plus);
    }

    /** What the session came to: energy, charging and parking, whoever pays for it. */
    public Volumes measured() {
        return charge.total(Phase.SESSION);
    }

    /** How long the session took, in s, without the reservation before it. */
    public BigDecimal seconds() {
        return charge.hasSession() ? Exact.seconds(charge.sessionStart(), charge.end()) : BigDecimal.ZERO;
    }

    /** Whether the tariff was valid when the charge began. Where it was not, it has been priced as if it were. */
    public boolean isValidThen() {
        return tariff.validity().holds(charge.start());
    }

    /** What is to be paid, in whole units of what the currency is divided into. */
    public Cost payable(RoundingMode mode) {
        return total().rounded(charge.currency().getDefaultFractionDigits(), mode);
    }

    /** What is to be paid, by line: in whole units, and together exactly {@link #payable}. */
    public List<Cost> payableLines(RoundingMode mode) {
        Cost payable = payable(mode);
        List<BigDecimal> exclVat = spread(Cost::exclVat, payable.exclVat());
        List<BigDecimal> inclVat = spread(Cost::inclVat, payable.inclVat());
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Cost(exclVat.get(i), inclVat.get(i)))
                .toList();
    }

    private List<BigDecimal> spread(Function<Cost, BigDecimal> amount, BigDecimal total) {
        return LargestRemainder.spread(
                lines.stream().map(line -> amount.apply(line.cost())).toList(), total);
    }
}

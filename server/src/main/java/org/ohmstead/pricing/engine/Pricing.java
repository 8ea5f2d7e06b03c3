package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.tariff.Price;
import org.ohmstead.pricing.tariff.Tariff;

/** Prices charges. */
public final class Pricing {
    private Pricing() {}

    /** What a charge costs by a tariff of the same currency. */
    public static Priced price(Tariff tariff, Charge charge) {
        Drafts drafts = new Drafts(new Elements(tariff, charge));
        Slices.of(tariff, charge).forEach(drafts::take);
        List<PricedLine> lines = new ArrayList<>(drafts.lines());
        lines.sort(Comparator.comparing(PricedLine::from));
        limit(lines, LineCode.MAX_PRICE, tariff.limits().max(), charge);
        if (charge.hasSession()) {
            limit(lines, LineCode.MIN_PRICE, tariff.limits().min(), charge);
        }
        return new Priced(tariff, charge, lines);
    }

    private static void limit(List<PricedLine> lines, LineCode code, @Nullable Price limit, Charge charge) {
        if (limit == null) {
            return;
        }
        Cost before = Priced.sum(lines);
        Cost change = limited(before, limit, code == LineCode.MIN_PRICE).minus(before);
        if (change.exclVat().signum() != 0 || change.inclVat().signum() != 0) {
            lines.add(PricedLine.ofLimit(code, charge.start(), charge.end(), change));
        }
    }

    /** Without and with tax each for itself; a limit that says nothing about tax leaves its share as it was. */
    private static Cost limited(Cost cost, Price limit, boolean isLeast) {
        BigDecimal exclVat = limited(cost.exclVat(), limit.exclVat(), isLeast);
        if (limit.inclVat() != null) {
            return new Cost(exclVat, limited(cost.inclVat(), limit.inclVat(), isLeast));
        }
        return cost.exclVat().signum() == 0
                ? new Cost(exclVat, exclVat)
                : new Cost(exclVat, Exact.quotient(exclVat.multiply(cost.inclVat()), cost.exclVat()));
    }

    private static BigDecimal limited(BigDecimal amount, BigDecimal limit, boolean isLeast) {
        return isLeast ? amount.max(limit) : amount.min(limit);
    }
}

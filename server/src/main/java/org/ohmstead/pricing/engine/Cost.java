package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money.
 *
 * @param exclVat without tax
 * @param inclVat with tax
 */
public record Cost(BigDecimal exclVat, BigDecimal inclVat) {
    public static final Cost ZERO = new Cost(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Beyond this there are only the remains of divisions; an amount of half a unit must not fall to one side by them. */
    private static final int SETTLED = 15;

    public Cost plus(Cost other) {
        return new Cost(exclVat.add(other.exclVat), inclVat.add(other.inclVat));
    }

    public Cost minus(Cost other) {
        return plus(other.negated());
    }

    public Cost negated() {
        return new Cost(exclVat.negate(), inclVat.negate());
    }

    /** To so many decimals. */
    public Cost rounded(int decimals, RoundingMode mode) {
        return new Cost(rounded(exclVat, decimals, mode), rounded(inclVat, decimals, mode));
    }

    static BigDecimal rounded(BigDecimal amount, int decimals, RoundingMode mode) {
        return amount.setScale(Math.max(SETTLED, decimals), RoundingMode.HALF_UP)
                .setScale(decimals, mode);
    }
}

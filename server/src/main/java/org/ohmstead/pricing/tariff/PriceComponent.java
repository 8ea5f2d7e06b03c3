package org.ohmstead.pricing.tariff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price of one dimension.
 *
 * @param price without tax: per kWh, per hour, or once; never negative
 * @param vat   tax in percent; null: there is none
 * @param step  up to what multiple the sum is rounded: Wh of energy, s of time; 0 and 1: it is not
 */
public record PriceComponent(
        Dimension dimension, BigDecimal price, @Nullable BigDecimal vat, int step) {
    /** By how much what is without tax is multiplied to be with it. */
    public BigDecimal taxFactor() {
        return vat == null ? BigDecimal.ONE : BigDecimal.ONE.add(vat.movePointLeft(2));
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * An amount, with or without tax.
 *
 * @param exclTax  amount without tax; absent only if the other is given
 * @param inclTax  amount with tax; absent only if the other is given
 * @param taxRates taxes on the price
 */
@Since(V21)
public record Price(
        @Nullable BigDecimal exclTax,
        @Nullable BigDecimal inclTax,
        @Items(min = 1, max = 5) @Nullable List<TaxRate> taxRates,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Price(@Nullable BigDecimal exclTax, @Nullable BigDecimal inclTax, @Nullable List<TaxRate> taxRates) {
        this(exclTax, inclTax, taxRates, null);
    }
    /** What the specification requires; the rest absent. */
    public Price() {
        this(null, null, null, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * Prices due once, in order of preference.
 *
 * @param prices   the first whose conditions hold applies
 * @param taxRates taxes on the price
 */
@Since(V21)
public record TariffFixed(
        @Items(min = 1) List<TariffFixedPrice> prices,
        @Items(min = 1, max = 5) @Nullable List<TaxRate> taxRates,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TariffFixed(List<TariffFixedPrice> prices, @Nullable List<TaxRate> taxRates) {
        this(prices, taxRates, null);
    }
    /** What the specification requires; the rest absent. */
    public TariffFixed(List<TariffFixedPrice> prices) {
        this(prices, null, null);
    }
}

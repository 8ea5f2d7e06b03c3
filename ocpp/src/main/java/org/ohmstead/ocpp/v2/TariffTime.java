package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * Prices of time, in order of preference.
 *
 * @param prices   the first whose conditions hold applies
 * @param taxRates taxes on the price
 */
@Since(V21)
public record TariffTime(
        @Items(min = 1) List<TariffTimePrice> prices,
        @Items(min = 1, max = 5) @Nullable List<TaxRate> taxRates,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TariffTime(List<TariffTimePrice> prices, @Nullable List<TaxRate> taxRates) {
        this(prices, taxRates, null);
    }
    /** What the specification requires; the rest absent. */
    public TariffTime(List<TariffTimePrice> prices) {
        this(prices, null, null);
    }
}

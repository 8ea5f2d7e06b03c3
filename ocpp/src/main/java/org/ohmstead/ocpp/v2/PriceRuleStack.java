package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * Prices for a stretch of time.
 *
 * @param duration  length in s
 * @param priceRule prices by power
 */
@Since(V21)
public record PriceRuleStack(
        int duration,
        @Items(min = 1, max = 8) List<PriceRule> priceRule,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public PriceRuleStack(int duration, List<PriceRule> priceRule) {
        this(duration, priceRule, null);
    }
}

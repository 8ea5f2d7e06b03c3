package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;

/**
 * Price for a stretch of time.
 *
 * @param relativeTimeInterval when it applies
 * @param ePriceLevel          the lower, the cheaper
 * @param consumptionCost      cost by consumption
 */
public record SalesTariffEntry(
        RelativeTimeInterval relativeTimeInterval,
        @Range(min = 0) @Nullable Integer ePriceLevel,
        @Items(min = 1, max = 3) @Nullable List<ConsumptionCost> consumptionCost,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public SalesTariffEntry(
            RelativeTimeInterval relativeTimeInterval,
            @Nullable Integer ePriceLevel,
            @Nullable List<ConsumptionCost> consumptionCost) {
        this(relativeTimeInterval, ePriceLevel, consumptionCost, null);
    }
    /** What the specification requires; the rest absent. */
    public SalesTariffEntry(RelativeTimeInterval relativeTimeInterval) {
        this(relativeTimeInterval, null, null, null);
    }
}

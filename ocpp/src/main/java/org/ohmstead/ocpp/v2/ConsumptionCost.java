package org.ohmstead.ocpp.v2;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;

/**
 * Cost from a level of consumption on, up to the start of the next block.
 *
 * @param startValue lower bound of the block
 * @param cost       cost of different kinds
 */
public record ConsumptionCost(
        BigDecimal startValue,
        @Items(min = 1, max = 3) List<Cost> cost,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public ConsumptionCost(BigDecimal startValue, List<Cost> cost) {
        this(startValue, cost, null);
    }
}

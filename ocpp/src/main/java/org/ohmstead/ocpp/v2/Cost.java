package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;

/** Cost. */
public record Cost(
        CostKind costKind,
        int amount,
        @Nullable Integer amountMultiplier,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Cost(CostKind costKind, int amount, @Nullable Integer amountMultiplier) {
        this(costKind, amount, amountMultiplier, null);
    }
    /** What the specification requires; the rest absent. */
    public Cost(CostKind costKind, int amount) {
        this(costKind, amount, null, null);
    }
}

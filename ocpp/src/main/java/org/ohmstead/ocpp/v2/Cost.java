package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;

/**
 * An amount of one kind, per kWh or as a share.
 *
 * @param costKind         what is counted
 * @param amount           value before scaling
 * @param amountMultiplier exponent of a power of ten, from -3 to 3; absent: 0
 */
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

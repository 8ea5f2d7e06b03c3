package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Unit of a reading, and its scale.
 *
 * @param unit       standard name or one of the vendor; absent: Wh, which suits energy only
 * @param multiplier exponent of the power of ten to multiply the value by; absent: 0
 */
public record UnitOfMeasure(
        @MaxLength(20) @Nullable String unit,
        @Nullable Integer multiplier,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public UnitOfMeasure(@Nullable String unit, @Nullable Integer multiplier) {
        this(unit, multiplier, null);
    }
    /** What the specification requires; the rest absent. */
    public UnitOfMeasure() {
        this(null, null, null);
    }
}

package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** Unit Of Measure. */
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

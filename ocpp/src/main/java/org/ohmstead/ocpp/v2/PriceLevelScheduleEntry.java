package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Price level for a stretch of time.
 *
 * @param duration   length in s
 * @param priceLevel the lower, the cheaper
 */
@Since(V21)
public record PriceLevelScheduleEntry(
        int duration,
        @Range(min = 0) int priceLevel,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public PriceLevelScheduleEntry(int duration, int priceLevel) {
        this(duration, priceLevel, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * Offer for a stretch of time.
 *
 * @param duration length in s
 * @param power    greatest power, in W; negative to discharge, positive: nothing to offer
 */
@Since(V21)
public record EVPowerScheduleEntry(
        int duration, BigDecimal power, @Nullable CustomData customData) {
    /** All but vendor data. */
    public EVPowerScheduleEntry(int duration, BigDecimal power) {
        this(duration, power, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * Settings of the voltage curves.
 *
 * @param hv10MinMeanValue     bound of the voltage averaged over 10 minutes (EN 50549-1), beyond which the EV trips
 * @param hv10MinMeanTripDelay how long the average may stay beyond it
 * @param powerDuringCessation what is fed in while riding through a fault
 */
@Since(V21)
public record VoltageParams(
        @Nullable BigDecimal hv10MinMeanValue,
        @Nullable BigDecimal hv10MinMeanTripDelay,
        @Nullable PowerDuringCessation powerDuringCessation,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public VoltageParams(
            @Nullable BigDecimal hv10MinMeanValue,
            @Nullable BigDecimal hv10MinMeanTripDelay,
            @Nullable PowerDuringCessation powerDuringCessation) {
        this(hv10MinMeanValue, hv10MinMeanTripDelay, powerDuringCessation, null);
    }
    /** What the specification requires; the rest absent. */
    public VoltageParams() {
        this(null, null, null, null);
    }
}

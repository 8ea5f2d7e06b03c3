package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * How the EV returns to normal operation after an event in the grid.
 *
 * @param hysteresisHigh     upper bound to be back within, as absolute value in the unit of the y axis
 * @param hysteresisLow      lower bound to be back within, as absolute value in the unit of the y axis
 * @param hysteresisDelay    how long to be back within bounds first, in s
 * @param hysteresisGradient ramp of the return, in %/s
 */
@Since(V21)
public record Hysteresis(
        @Nullable BigDecimal hysteresisHigh,
        @Nullable BigDecimal hysteresisLow,
        @Nullable BigDecimal hysteresisDelay,
        @Nullable BigDecimal hysteresisGradient,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Hysteresis(
            @Nullable BigDecimal hysteresisHigh,
            @Nullable BigDecimal hysteresisLow,
            @Nullable BigDecimal hysteresisDelay,
            @Nullable BigDecimal hysteresisGradient) {
        this(hysteresisHigh, hysteresisLow, hysteresisDelay, hysteresisGradient, null);
    }
    /** What the specification requires; the rest absent. */
    public Hysteresis() {
        this(null, null, null, null, null);
    }
}

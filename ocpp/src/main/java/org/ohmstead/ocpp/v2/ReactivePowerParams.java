package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * Settings of a VoltVar curve.
 *
 * @param vRef                       adjustment of the nominal voltage for the curve, in %
 * @param autonomousVRefEnable       whether the device adjusts it by itself
 * @param autonomousVRefTimeConstant time constant of that adjustment
 */
@Since(V21)
public record ReactivePowerParams(
        @Nullable BigDecimal vRef,
        @Nullable Boolean autonomousVRefEnable,
        @Nullable BigDecimal autonomousVRefTimeConstant,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public ReactivePowerParams(
            @Nullable BigDecimal vRef,
            @Nullable Boolean autonomousVRefEnable,
            @Nullable BigDecimal autonomousVRefTimeConstant) {
        this(vRef, autonomousVRefEnable, autonomousVRefTimeConstant, null);
    }
    /** What the specification requires; the rest absent. */
    public ReactivePowerParams() {
        this(null, null, null, null);
    }
}

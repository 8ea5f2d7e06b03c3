package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/** Charging Schedule Update. */
@Since(V21)
public record ChargingScheduleUpdate(
        @Nullable BigDecimal limit,
        @Wire("limit_L2") @Nullable BigDecimal limitL2,
        @Wire("limit_L3") @Nullable BigDecimal limitL3,
        @Range(max = 0) @Nullable BigDecimal dischargeLimit,
        @Wire("dischargeLimit_L2") @Range(max = 0) @Nullable BigDecimal dischargeLimitL2,
        @Wire("dischargeLimit_L3") @Range(max = 0) @Nullable BigDecimal dischargeLimitL3,
        @Nullable BigDecimal setpoint,
        @Wire("setpoint_L2") @Nullable BigDecimal setpointL2,
        @Wire("setpoint_L3") @Nullable BigDecimal setpointL3,
        @Nullable BigDecimal setpointReactive,
        @Wire("setpointReactive_L2") @Nullable BigDecimal setpointReactiveL2,
        @Wire("setpointReactive_L3") @Nullable BigDecimal setpointReactiveL3,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public ChargingScheduleUpdate() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}

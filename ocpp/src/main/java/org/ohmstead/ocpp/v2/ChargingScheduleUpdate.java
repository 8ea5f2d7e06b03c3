package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/**
 * New values for the one period of a dynamic profile, in the unit of its schedule.
 *
 * @param limit              greatest rate of charging, at least 0; the sum of all phases, or L1 alone if L2 or L3 has
 *                           its own
 * @param limitL2            greatest rate of charging on L2
 * @param limitL3            greatest rate of charging on L3
 * @param dischargeLimit     greatest rate of discharging, as a number of at most 0; phases as for the limit
 * @param dischargeLimitL2   greatest rate of discharging, at most 0, on L2
 * @param dischargeLimitL3   greatest rate of discharging, at most 0, on L3
 * @param setpoint           rate to hold, positive to charge, negative to discharge; bounded by both limits
 * @param setpointL2         rate to hold on L2
 * @param setpointL3         rate to hold on L3
 * @param setpointReactive   reactive rate to hold, positive for inductive, negative for capacitive
 * @param setpointReactiveL2 reactive rate to hold on L2
 * @param setpointReactiveL3 reactive rate to hold on L3
 */
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

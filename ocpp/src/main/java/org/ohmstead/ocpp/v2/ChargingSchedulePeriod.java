package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.Wire;

/**
 * One step of a schedule; rates are in the unit of the schedule.
 *
 * @param startPeriod            offset from the start of the schedule, in s; ends the step before
 * @param limit                  greatest rate of charging, 0 to pause; the sum of all phases, or L1 alone if L2 or L3
 *                               has its own
 * @param numberPhases           phases to charge on; absent: 3 on AC
 * @param phaseToUse             the one phase to use, if the station can switch; absent: it chooses
 * @param limitL2                greatest rate of charging on L2
 * @param limitL3                greatest rate of charging on L3
 * @param dischargeLimit         greatest rate of discharging, as a number of at most 0; phases as for the limit
 * @param dischargeLimitL2       greatest rate of discharging, at most 0, on L2
 * @param dischargeLimitL3       greatest rate of discharging, at most 0, on L3
 * @param setpoint               rate to hold, positive to charge, negative to discharge; bounded by both limits
 * @param setpointL2             rate to hold on L2
 * @param setpointL3             rate to hold on L3
 * @param setpointReactive       reactive rate to hold, positive for inductive, negative for capacitive
 * @param setpointReactiveL2     reactive rate to hold on L2
 * @param setpointReactiveL3     reactive rate to hold on L3
 * @param preconditioningRequest whether the EV shall keep its battery ready; absent: no request
 * @param evseSleep              whether the EVSE turns its power electronics off; absent: false
 * @param v2xBaseline            power that the values of both curves are added to
 * @param operationMode          who decides on the power; absent: ChargingOnly
 * @param v2xFreqWattCurve       power by grid frequency
 * @param v2xSignalWattCurve     power by frequency restoration signal
 */
public record ChargingSchedulePeriod(
        int startPeriod,
        @Required(V201) @Nullable BigDecimal limit,
        @Range(min = 0, max = 3, since = V21) @Nullable Integer numberPhases,
        @Range(min = 0, max = 3, since = V21) @Nullable Integer phaseToUse,
        @Wire("limit_L2") @Since(V21) @Nullable BigDecimal limitL2,
        @Wire("limit_L3") @Since(V21) @Nullable BigDecimal limitL3,
        @Since(V21) @Range(max = 0) @Nullable BigDecimal dischargeLimit,

        @Wire("dischargeLimit_L2") @Since(V21) @Range(max = 0) @Nullable
        BigDecimal dischargeLimitL2,

        @Wire("dischargeLimit_L3") @Since(V21) @Range(max = 0) @Nullable
        BigDecimal dischargeLimitL3,

        @Since(V21) @Nullable BigDecimal setpoint,
        @Wire("setpoint_L2") @Since(V21) @Nullable BigDecimal setpointL2,
        @Wire("setpoint_L3") @Since(V21) @Nullable BigDecimal setpointL3,
        @Since(V21) @Nullable BigDecimal setpointReactive,
        @Wire("setpointReactive_L2") @Since(V21) @Nullable BigDecimal setpointReactiveL2,
        @Wire("setpointReactive_L3") @Since(V21) @Nullable BigDecimal setpointReactiveL3,
        @Since(V21) @Nullable Boolean preconditioningRequest,
        @Since(V21) @Nullable Boolean evseSleep,
        @Since(V21) @Nullable BigDecimal v2xBaseline,
        @Since(V21) @Nullable OperationMode operationMode,
        @Since(V21) @Items(min = 1, max = 20) @Nullable List<V2XFreqWattPoint> v2xFreqWattCurve,
        @Since(V21) @Items(min = 1, max = 20) @Nullable List<V2XSignalWattPoint> v2xSignalWattCurve,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public ChargingSchedulePeriod(int startPeriod, @Nullable BigDecimal limit) {
        this(
                startPeriod,
                limit,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}

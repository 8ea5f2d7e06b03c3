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

/** Charging Schedule Period. */
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

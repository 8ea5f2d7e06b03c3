package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Response of the resource along a curve.
 *
 * @param curveData           corners of the curve
 * @param priority            rank among controls of one type; the lower the number, the higher the rank
 * @param yUnit               unit of the y axis
 * @param hysteresis          return to normal operation
 * @param reactivePowerParams settings of a VoltVar curve
 * @param voltageParams       settings of the voltage curves
 * @param responseTime        time to reach 90 % of a new target, in s; 0: no limit, absent: as the device likes
 * @param startTime           when it takes effect; absent in a default control
 * @param duration            for how long, in s; absent in a default control
 */
@Since(V21)
public record DERCurve(
        @Items(min = 1, max = 10) List<DERCurvePoints> curveData,
        @Range(min = 0) int priority,
        DERUnit yUnit,
        @Nullable Hysteresis hysteresis,
        @Nullable ReactivePowerParams reactivePowerParams,
        @Nullable VoltageParams voltageParams,
        @Nullable BigDecimal responseTime,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public DERCurve(List<DERCurvePoints> curveData, int priority, DERUnit yUnit) {
        this(curveData, priority, yUnit, null, null, null, null, null, null, null);
    }
}

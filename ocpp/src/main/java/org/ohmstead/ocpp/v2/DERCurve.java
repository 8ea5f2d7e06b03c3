package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** DER Curve. */
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

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** Limit Max Discharge. */
@Since(V21)
public record LimitMaxDischarge(
        @Range(min = 0) int priority,
        @Nullable BigDecimal pctMaxDischargePower,
        @Nullable DERCurve powerMonitoringMustTrip,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public LimitMaxDischarge(
            int priority,
            @Nullable BigDecimal pctMaxDischargePower,
            @Nullable DERCurve powerMonitoringMustTrip,
            @Nullable Instant startTime,
            @Nullable BigDecimal duration) {
        this(priority, pctMaxDischargePower, powerMonitoringMustTrip, startTime, duration, null);
    }
    /** What the specification requires; the rest absent. */
    public LimitMaxDischarge(int priority) {
        this(priority, null, null, null, null, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Bounds the power of discharging.
 *
 * @param priority                rank among controls of one type; the lower the number, the higher the rank
 * @param pctMaxDischargePower    share of the greatest power of discharging, in %, above which the curve acts; for
 *                                power monitoring only
 * @param powerMonitoringMustTrip curve by which the EV has to disconnect
 * @param startTime               when it takes effect; absent in a default control
 * @param duration                for how long, in s; absent in a default control
 */
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

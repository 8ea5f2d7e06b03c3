package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Power that falls or rises with the deviation of the frequency.
 *
 * @param priority     rank among controls of one type; the lower the number, the higher the rank
 * @param overFreq     frequency above which it acts
 * @param underFreq    frequency below which it acts
 * @param overDroop    droop above, per unit
 * @param underDroop   droop below, per unit
 * @param responseTime open-loop response time, in s
 * @param startTime    when it takes effect; absent in a default control
 * @param duration     for how long, in s; absent in a default control
 */
@Since(V21)
public record FreqDroop(
        @Range(min = 0) int priority,
        BigDecimal overFreq,
        BigDecimal underFreq,
        BigDecimal overDroop,
        BigDecimal underDroop,
        BigDecimal responseTime,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public FreqDroop(
            int priority,
            BigDecimal overFreq,
            BigDecimal underFreq,
            BigDecimal overDroop,
            BigDecimal underDroop,
            BigDecimal responseTime,
            @Nullable Instant startTime,
            @Nullable BigDecimal duration) {
        this(priority, overFreq, underFreq, overDroop, underDroop, responseTime, startTime, duration, null);
    }
    /** What the specification requires; the rest absent. */
    public FreqDroop(
            int priority,
            BigDecimal overFreq,
            BigDecimal underFreq,
            BigDecimal overDroop,
            BigDecimal underDroop,
            BigDecimal responseTime) {
        this(priority, overFreq, underFreq, overDroop, underDroop, responseTime, null, null, null);
    }
}

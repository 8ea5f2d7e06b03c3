package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** Freq Droop. */
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

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** Enter Service. */
@Since(V21)
public record EnterService(
        @Range(min = 0) int priority,
        BigDecimal highVoltage,
        BigDecimal lowVoltage,
        BigDecimal highFreq,
        BigDecimal lowFreq,
        @Nullable BigDecimal delay,
        @Nullable BigDecimal randomDelay,
        @Nullable BigDecimal rampRate,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public EnterService(
            int priority,
            BigDecimal highVoltage,
            BigDecimal lowVoltage,
            BigDecimal highFreq,
            BigDecimal lowFreq,
            @Nullable BigDecimal delay,
            @Nullable BigDecimal randomDelay,
            @Nullable BigDecimal rampRate) {
        this(priority, highVoltage, lowVoltage, highFreq, lowFreq, delay, randomDelay, rampRate, null);
    }
    /** What the specification requires; the rest absent. */
    public EnterService(
            int priority, BigDecimal highVoltage, BigDecimal lowVoltage, BigDecimal highFreq, BigDecimal lowFreq) {
        this(priority, highVoltage, lowVoltage, highFreq, lowFreq, null, null, null, null);
    }
}

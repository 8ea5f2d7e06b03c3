package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * When a resource may connect to the grid again.
 *
 * @param priority    rank among controls of one type; the lower the number, the higher the rank
 * @param highVoltage voltage must be below
 * @param lowVoltage  voltage must be above
 * @param highFreq    frequency must be below
 * @param lowFreq     frequency must be above
 * @param delay       wait once all is within bounds
 * @param randomDelay bound of an additional random wait
 * @param rampRate    time of the ramp up, in s
 */
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

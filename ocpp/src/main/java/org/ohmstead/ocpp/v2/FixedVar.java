package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Holds a reactive power.
 *
 * @param priority  rank among controls of one type; the lower the number, the higher the rank
 * @param setpoint  target in % from -100 to 100; negative when charging, positive when discharging
 * @param unit      what the percentage refers to
 * @param startTime when it takes effect; absent in a default control
 * @param duration  for how long, in s; absent in a default control
 */
@Since(V21)
public record FixedVar(
        @Range(min = 0) int priority,
        BigDecimal setpoint,
        DERUnit unit,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public FixedVar(
            int priority,
            BigDecimal setpoint,
            DERUnit unit,
            @Nullable Instant startTime,
            @Nullable BigDecimal duration) {
        this(priority, setpoint, unit, startTime, duration, null);
    }
    /** What the specification requires; the rest absent. */
    public FixedVar(int priority, BigDecimal setpoint, DERUnit unit) {
        this(priority, setpoint, unit, null, null, null);
    }
}

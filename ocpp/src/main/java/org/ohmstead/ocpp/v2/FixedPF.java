package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Holds a power factor.
 *
 * @param priority     rank among controls of one type; the lower the number, the higher the rank
 * @param displacement power factor, from 0 to 1
 * @param excitation   whether it is under-excited, so that reactive power is absorbed; false: injected
 * @param startTime    when it takes effect; absent in a default control
 * @param duration     for how long, in s; absent in a default control
 */
@Since(V21)
public record FixedPF(
        @Range(min = 0) int priority,
        BigDecimal displacement,
        boolean excitation,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public FixedPF(
            int priority,
            BigDecimal displacement,
            boolean excitation,
            @Nullable Instant startTime,
            @Nullable BigDecimal duration) {
        this(priority, displacement, excitation, startTime, duration, null);
    }
    /** What the specification requires; the rest absent. */
    public FixedPF(int priority, BigDecimal displacement, boolean excitation) {
        this(priority, displacement, excitation, null, null, null);
    }
}

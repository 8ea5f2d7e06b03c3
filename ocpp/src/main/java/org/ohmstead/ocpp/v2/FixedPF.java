package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/** Fixed PF. */
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

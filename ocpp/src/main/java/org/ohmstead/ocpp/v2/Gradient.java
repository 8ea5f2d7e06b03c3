package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * How fast the power may change.
 *
 * @param priority     rank among controls of one type; the lower the number, the higher the rank
 * @param gradient     usual ramp, in s; 0: not applicable
 * @param softGradient ramp of a soft start, in s; 0: not applicable
 */
@Since(V21)
public record Gradient(
        @Range(min = 0) int priority,
        BigDecimal gradient,
        BigDecimal softGradient,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Gradient(int priority, BigDecimal gradient, BigDecimal softGradient) {
        this(priority, gradient, softGradient, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A corner of a curve.
 *
 * @param x independent value; what it is depends on the type of curve
 * @param y response; a power factor is positive when absorbing reactive power, negative when injecting
 */
@Since(V21)
public record DERCurvePoints(
        BigDecimal x, BigDecimal y, @Nullable CustomData customData) {
    /** All but vendor data. */
    public DERCurvePoints(BigDecimal x, BigDecimal y) {
        this(x, y, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/** EV Price Rule. */
@Since(V21)
public record EVPriceRule(
        BigDecimal energyFee,
        BigDecimal powerRangeStart,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public EVPriceRule(BigDecimal energyFee, BigDecimal powerRangeStart) {
        this(energyFee, powerRangeStart, null);
    }
}

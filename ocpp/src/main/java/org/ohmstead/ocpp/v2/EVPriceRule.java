package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * Price of an EV from a level of power on, up to the next rule.
 *
 * @param energyFee       price per kWh
 * @param powerRangeStart lower bound; negative to discharge
 */
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

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A corner of the curve from grid frequency to power.
 *
 * @param frequency frequency of the grid, in Hz
 * @param power     power in W, positive to charge, negative to discharge
 */
@Since(V21)
public record V2XFreqWattPoint(
        BigDecimal frequency, BigDecimal power, @Nullable CustomData customData) {
    /** All but vendor data. */
    public V2XFreqWattPoint(BigDecimal frequency, BigDecimal power) {
        this(frequency, power, null);
    }
}

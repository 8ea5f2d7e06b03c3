package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/** V2 X Freq Watt Point. */
@Since(V21)
public record V2XFreqWattPoint(
        BigDecimal frequency, BigDecimal power, @Nullable CustomData customData) {
    /** All but vendor data. */
    public V2XFreqWattPoint(BigDecimal frequency, BigDecimal power) {
        this(frequency, power, null);
    }
}

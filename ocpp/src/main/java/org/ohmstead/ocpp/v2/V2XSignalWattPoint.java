package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/** V2 X Signal Watt Point. */
@Since(V21)
public record V2XSignalWattPoint(
        int signal, BigDecimal power, @Nullable CustomData customData) {
    /** All but vendor data. */
    public V2XSignalWattPoint(int signal, BigDecimal power) {
        this(signal, power, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A corner of the curve from frequency restoration signal to power.
 *
 * @param signal value that AFRRSignal brings
 * @param power  power in W, positive to charge, negative to discharge
 */
@Since(V21)
public record V2XSignalWattPoint(
        int signal, BigDecimal power, @Nullable CustomData customData) {
    /** All but vendor data. */
    public V2XSignalWattPoint(int signal, BigDecimal power) {
        this(signal, power, null);
    }
}

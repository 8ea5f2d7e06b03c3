package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/** Total Usage. */
@Since(V21)
public record TotalUsage(
        BigDecimal energy,
        int chargingTime,
        int idleTime,
        @Nullable Integer reservationTime,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TotalUsage(BigDecimal energy, int chargingTime, int idleTime, @Nullable Integer reservationTime) {
        this(energy, chargingTime, idleTime, reservationTime, null);
    }
    /** What the specification requires; the rest absent. */
    public TotalUsage(BigDecimal energy, int chargingTime, int idleTime) {
        this(energy, chargingTime, idleTime, null, null);
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * What a transaction used.
 *
 * @param energy          energy charged; the schema names no unit
 * @param chargingTime    length of the session, with and without charging, in s
 * @param idleTime        part of it without charging, in s
 * @param reservationTime length of the reservation, in s; absent: none
 */
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

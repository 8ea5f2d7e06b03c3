package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * What a transaction costs, so far or finally.
 *
 * @param currency         ISO 4217 code
 * @param typeOfCost       how the total came about
 * @param total            the sum
 * @param fixed            fixed fee; absent: none
 * @param energy           cost of energy; absent: none
 * @param chargingTime     cost of the time of charging; absent: none
 * @param idleTime         cost of the time without charging; absent: none
 * @param reservationTime  cost of the time reserved; absent: none
 * @param reservationFixed fixed fee of the reservation; absent: none
 */
@Since(V21)
public record TotalCost(
        @MaxLength(3) String currency,
        TariffCost typeOfCost,
        TotalPrice total,
        @Nullable Price fixed,
        @Nullable Price energy,
        @Nullable Price chargingTime,
        @Nullable Price idleTime,
        @Nullable Price reservationTime,
        @Nullable Price reservationFixed,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public TotalCost(String currency, TariffCost typeOfCost, TotalPrice total) {
        this(currency, typeOfCost, total, null, null, null, null, null, null, null);
    }
}

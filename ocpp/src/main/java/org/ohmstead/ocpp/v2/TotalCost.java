package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/** Total Cost. */
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

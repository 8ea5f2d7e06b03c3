package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/** Tariff. */
@Since(V21)
public record Tariff(
        @MaxLength(60) String tariffId,
        @MaxLength(3) String currency,
        @Items(min = 1, max = 10) @Nullable List<MessageContent> description,
        @Nullable TariffEnergy energy,
        @Nullable Instant validFrom,
        @Nullable TariffTime chargingTime,
        @Nullable TariffTime idleTime,
        @Nullable TariffFixed fixedFee,
        @Nullable TariffTime reservationTime,
        @Nullable TariffFixed reservationFixed,
        @Nullable Price minCost,
        @Nullable Price maxCost,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public Tariff(String tariffId, String currency) {
        this(tariffId, currency, null, null, null, null, null, null, null, null, null, null, null);
    }
}

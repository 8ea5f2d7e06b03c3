package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Prices by which the station computes cost itself; each part lists prices, of which the first whose conditions hold
 * applies.
 *
 * @param tariffId         identifier; other content needs another one
 * @param currency         ISO 4217 code
 * @param description      text for the driver, once per language
 * @param energy           prices per kWh; absent: free
 * @param validFrom        when it takes effect; absent: at once
 * @param chargingTime     prices per minute while energy flows; absent: free
 * @param idleTime         prices per minute while none flows; absent: free
 * @param fixedFee         price once per transaction; absent: none
 * @param reservationTime  prices per minute of a reservation; absent: free
 * @param reservationFixed price once per reservation; absent: none
 * @param minCost          least cost of a transaction; absent: none
 * @param maxCost          greatest cost of a transaction; absent: none
 */
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

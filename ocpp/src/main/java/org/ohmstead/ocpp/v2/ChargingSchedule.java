package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Limits and setpoints over time, in periods that follow each other.
 *
 * @param id                     identifier of the schedule
 * @param chargingRateUnit       unit of every limit and setpoint
 * @param chargingSchedulePeriod ascending by start, the first at 0; each lasts until the next
 * @param startSchedule          zero of an absolute or recurring schedule; absent with Relative
 * @param duration               length in s; absent: the last period goes on without end, or to the end of the
 *                               transaction
 * @param minChargingRate        least rate at which the EV charges efficiently, in the unit of the schedule; a hint
 * @param salesTariff            prices for an EV that speaks ISO 15118-2
 * @param limitAtSoC             a limit for a nearly full battery
 * @param powerTolerance         deviation allowed to an EV that follows its power profile
 * @param signatureId            identifier that a signature refers to
 * @param digestValue            digest of the price schedule, base64; SHA-256 for ISO 15118-2, SHA-512 for -20
 * @param useLocalTime           whether times are local to the station and offsets are ignored; absent: false
 * @param randomizedDelay        bound of a random delay of each period, in s; absent: 0
 * @param absolutePriceSchedule  prices for an EV that speaks ISO 15118-20
 * @param priceLevelSchedule     price levels for an EV that speaks ISO 15118-20; instead of absolute prices
 */
public record ChargingSchedule(
        int id,
        ChargingRateUnit chargingRateUnit,
        @Items(min = 1, max = 1024) List<ChargingSchedulePeriod> chargingSchedulePeriod,
        @Nullable Instant startSchedule,
        @Nullable Integer duration,
        @Nullable BigDecimal minChargingRate,
        @Nullable SalesTariff salesTariff,
        @Since(V21) @Nullable LimitAtSoC limitAtSoC,
        @Since(V21) @Nullable BigDecimal powerTolerance,
        @Since(V21) @Range(min = 0) @Nullable Integer signatureId,
        @Since(V21) @MaxLength(88) @Nullable String digestValue,
        @Since(V21) @Nullable Boolean useLocalTime,
        @Since(V21) @Range(min = 0) @Nullable Integer randomizedDelay,
        @Since(V21) @Nullable AbsolutePriceSchedule absolutePriceSchedule,
        @Since(V21) @Nullable PriceLevelSchedule priceLevelSchedule,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public ChargingSchedule(
            int id, ChargingRateUnit chargingRateUnit, List<ChargingSchedulePeriod> chargingSchedulePeriod) {
        this(
                id,
                chargingRateUnit,
                chargingSchedulePeriod,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}

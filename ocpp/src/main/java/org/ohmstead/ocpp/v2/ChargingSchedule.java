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

/** Charging Schedule. */
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

package org.ohmstead.ocpp.v16;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Step;

/** Charging Schedule. */
public record ChargingSchedule(
        ChargingRateUnit chargingRateUnit,
        List<ChargingSchedulePeriod> chargingSchedulePeriod,
        @Nullable Integer duration,
        @Nullable Instant startSchedule,
        @Step("0.1") @Nullable BigDecimal minChargingRate) {
    /** What the specification requires; the rest absent. */
    public ChargingSchedule(ChargingRateUnit chargingRateUnit, List<ChargingSchedulePeriod> chargingSchedulePeriod) {
        this(chargingRateUnit, chargingSchedulePeriod, null, null, null);
    }
}

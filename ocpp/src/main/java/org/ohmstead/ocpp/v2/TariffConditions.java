package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/** Tariff Conditions. */
@Since(V21)
public record TariffConditions(
        @Nullable String startTimeOfDay,
        @Nullable String endTimeOfDay,
        @Items(min = 1, max = 7) @Nullable List<DayOfWeek> dayOfWeek,
        @Nullable String validFromDate,
        @Nullable String validToDate,
        @Nullable EvseKind evseKind,
        @Nullable BigDecimal minEnergy,
        @Nullable BigDecimal maxEnergy,
        @Nullable BigDecimal minCurrent,
        @Nullable BigDecimal maxCurrent,
        @Nullable BigDecimal minPower,
        @Nullable BigDecimal maxPower,
        @Nullable Integer minTime,
        @Nullable Integer maxTime,
        @Nullable Integer minChargingTime,
        @Nullable Integer maxChargingTime,
        @Nullable Integer minIdleTime,
        @Nullable Integer maxIdleTime,
        @Nullable CustomData customData) {
    /** What the specification requires; the rest absent. */
    public TariffConditions() {
        this(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}

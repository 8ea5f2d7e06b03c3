package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Since;

/**
 * When a price applies during a transaction: while all conditions present hold. A minimum is inclusive, a maximum
 * exclusive; both go by distance from zero and are negative for discharging. Current and power are those of the moment.
 *
 * @param startTimeOfDay  start, HH:MM in local time
 * @param endTimeOfDay    end, HH:MM in local time; 00:00 is the end of the day, an end before the start is on the next
 *                        day
 * @param dayOfWeek       days, in local time
 * @param validFromDate   first day, YYYY-MM-DD in local time
 * @param validToDate     day after the last, YYYY-MM-DD in local time
 * @param evseKind        kind of current
 * @param minEnergy       least energy so far, in Wh
 * @param maxEnergy       energy so far that ends it, in Wh
 * @param minCurrent      least current over all phases, in A
 * @param maxCurrent      current over all phases that ends it, in A
 * @param minPower        least power, in W
 * @param maxPower        power that ends it, in W
 * @param minTime         least duration of the transaction, in s
 * @param maxTime         duration of the transaction that ends it, in s
 * @param minChargingTime least time of charging, in s
 * @param maxChargingTime time of charging that ends it, in s
 * @param minIdleTime     least time without charging, in s
 * @param maxIdleTime     time without charging that ends it, in s
 */
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

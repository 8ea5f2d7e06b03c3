package org.ohmstead.ocpp.v16;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Step;

/**
 * Limits over time, in periods that follow each other.
 *
 * @param chargingRateUnit       unit of every limit
 * @param chargingSchedulePeriod ascending by start, the first at 0; each lasts until the next
 * @param duration               length in s; absent: the last period goes on without end, or to the end of the
 *                               transaction
 * @param startSchedule          zero of an absolute or recurring schedule; absent with Relative and in a composite
 *                               schedule
 * @param minChargingRate        least rate at which the EV charges efficiently, in the unit of the schedule; a hint
 */
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

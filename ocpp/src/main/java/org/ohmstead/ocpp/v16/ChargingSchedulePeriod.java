package org.ohmstead.ocpp.v16;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Step;

/**
 * One step of a schedule.
 *
 * @param startPeriod  offset from the start of the schedule, in s
 * @param limit        greatest rate in the unit of the schedule; at most one decimal, 0 pauses
 * @param numberPhases phases to charge on; absent: 3 on AC
 */
public record ChargingSchedulePeriod(
        int startPeriod,
        @Step("0.1") BigDecimal limit,
        @Nullable Integer numberPhases) {
    /** What the specification requires; the rest absent. */
    public ChargingSchedulePeriod(int startPeriod, BigDecimal limit) {
        this(startPeriod, limit, null);
    }
}

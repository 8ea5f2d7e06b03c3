package org.ohmstead.ocpp.v16;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Step;

/** Charging Schedule Period. */
public record ChargingSchedulePeriod(
        int startPeriod,
        @Step("0.1") BigDecimal limit,
        @Nullable Integer numberPhases) {
    /** What the specification requires; the rest absent. */
    public ChargingSchedulePeriod(int startPeriod, BigDecimal limit) {
        this(startPeriod, limit, null);
    }
}

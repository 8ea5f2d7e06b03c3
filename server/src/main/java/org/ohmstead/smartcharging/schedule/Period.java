package org.ohmstead.smartcharging.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a schedule. It lasts to the next one, or to the end of the schedule (K01.FR.11).
 *
 * @param start      after the start of the schedule
 * @param rates      in the unit of the schedule
 * @param phases     how many to charge on; null: all that there are
 * @param phaseToUse the one to charge on; null: the station chooses
 * @param mode       OCPP's operationMode; null: ChargingOnly
 */
public record Period(
        Duration start,
        Rates rates,
        @Nullable Integer phases,
        @Nullable Integer phaseToUse,
        @Nullable String mode) {
    public static Period of(Duration start, Rate limit) {
        return new Period(start, Rates.limit(limit), null, null, null);
    }

    /** Whether something outside the CSMS says what to hold (behaviour 16). */
    boolean isHeldFromOutside() {
        return "ExternalSetpoint".equals(mode) || "ExternalLimits".equals(mode);
    }
}

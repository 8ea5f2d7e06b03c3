package org.ohmstead.smartcharging.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes on at an EVSE.
 *
 * @param evse     its number
 * @param supply   what it is connected to
 * @param charging null: no transaction runs
 * @param hardware the most that it can do, of the unit beside it; null: not known
 */
public record EvseFacts(
        int evse,
        Supply supply,
        @Nullable Charging charging,
        @Nullable Hardware hardware) {
    public static EvseFacts idle(int evse) {
        return new EvseFacts(evse, Supply.USUAL, null, null);
    }

    /**
     * @param transaction OCPP's id; null: the station has not said it yet
     * @param readyAt     when energy could first flow, from which relative times count; null: it cannot yet
     * @param priority    whether priority charging is on
     * @param soc         state of charge in percent; null: not known
     * @param chosen      id of the schedule that the EV chose; null: the first
     */
    public record Charging(
            @Nullable String transaction,
            @Nullable Instant readyAt,
            boolean priority,
            @Nullable BigDecimal soc,
            @Nullable Integer chosen) {}

    /** A rating. */
    public record Hardware(RateUnit unit, Rate most) {}
}

package org.ohmstead.charging;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the meter says about a session. Registers are absolute counts of the import register, in Wh.
 *
 * @param startWh    register at the start
 * @param stopWh     register at the end
 * @param lastWh     register of the newest reading between them
 * @param lastAt     when that was
 * @param energyWh   delivered so far, from registers; null: not known
 * @param powerW     of the newest reading that has one, in W
 * @param socPercent of the newest reading that has one
 */
public record MeterState(
        @Nullable BigDecimal startWh,
        @Nullable BigDecimal stopWh,
        @Nullable BigDecimal lastWh,
        @Nullable Instant lastAt,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal socPercent) {
    static final MeterState NONE = new MeterState(null, null, null, null, null, null, null);

    MeterState withStart(@Nullable BigDecimal wh) {
        return new MeterState(wh, stopWh, lastWh, lastAt, energyWh, powerW, socPercent);
    }

    MeterState withStop(@Nullable BigDecimal wh) {
        return new MeterState(startWh, wh, lastWh, lastAt, energyWh, powerW, socPercent);
    }

    MeterState withEnergy(@Nullable BigDecimal wh) {
        return new MeterState(startWh, stopWh, lastWh, lastAt, wh, powerW, socPercent);
    }

    MeterState withLast(RegisterPoint point) {
        return new MeterState(startWh, stopWh, point.wh(), point.at(), energyWh, powerW, socPercent);
    }

    MeterState withFlow(@Nullable BigDecimal watts, @Nullable BigDecimal percent) {
        return new MeterState(
                startWh,
                stopWh,
                lastWh,
                lastAt,
                energyWh,
                watts == null ? powerW : watts,
                percent == null ? socPercent : percent);
    }

    @Nullable
    RegisterPoint last() {
        return lastWh == null || lastAt == null ? null : new RegisterPoint(lastAt, lastWh);
    }
}

package org.ohmstead.charging.session;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the meter says about a session. Registers are absolute counts of the import register, in Wh.
 *
 * @param startWh    register at the start
 * @param stopWh     register at the end
 * @param lastWh     register of the newest reading between them
 * @param lastAt     when that was; without a register: when the newest interval ended
 * @param energyWh   delivered so far; null: not known
 * @param powerW     of the newest reading that has one, in W
 * @param socPercent of the newest reading that has one
 * @param beforeWh   what its EVSE's register was to show when it began, by what it showed before; null: not known
 * @param peakW      the most that its readings of power and current can mean, in W; null: it has none
 */
public record MeterState(
        @Nullable BigDecimal startWh,
        @Nullable BigDecimal stopWh,
        @Nullable BigDecimal lastWh,
        @Nullable Instant lastAt,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal socPercent,
        @Nullable BigDecimal beforeWh,
        @Nullable BigDecimal peakW) {
    public static final MeterState NONE = new MeterState(null, null, null, null, null, null, null, null, null);

    public MeterState withStart(@Nullable BigDecimal wh) {
        return new MeterState(wh, stopWh, lastWh, lastAt, energyWh, powerW, socPercent, beforeWh, peakW);
    }

    public MeterState withStop(@Nullable BigDecimal wh) {
        return new MeterState(startWh, wh, lastWh, lastAt, energyWh, powerW, socPercent, beforeWh, peakW);
    }

    public MeterState withEnergy(@Nullable BigDecimal wh) {
        return new MeterState(startWh, stopWh, lastWh, lastAt, wh, powerW, socPercent, beforeWh, peakW);
    }

    public MeterState withLast(RegisterPoint point) {
        return new MeterState(startWh, stopWh, point.wh(), point.at(), energyWh, powerW, socPercent, beforeWh, peakW);
    }

    /** Of a session without a register: its newest interval ended then. */
    public MeterState withLastInterval(Instant at) {
        return new MeterState(startWh, stopWh, null, at, energyWh, powerW, socPercent, beforeWh, peakW);
    }

    public MeterState withBefore(BigDecimal wh) {
        return new MeterState(startWh, stopWh, lastWh, lastAt, energyWh, powerW, socPercent, wh, peakW);
    }

    /** What a reading of a session that runs says about its power. */
    public MeterState withFlow(Quantities now) {
        MeterState peaked = withPeak(now.peakW());
        return new MeterState(
                startWh,
                stopWh,
                lastWh,
                lastAt,
                energyWh,
                now.powerW() == null ? powerW : now.powerW(),
                now.socPercent() == null ? socPercent : now.socPercent(),
                beforeWh,
                peaked.peakW);
    }

    public MeterState withPeak(@Nullable BigDecimal watts) {
        BigDecimal most = watts == null || peakW != null && peakW.compareTo(watts) >= 0 ? peakW : watts;
        return new MeterState(startWh, stopWh, lastWh, lastAt, energyWh, powerW, socPercent, beforeWh, most);
    }

    public @Nullable RegisterPoint last() {
        return lastWh == null || lastAt == null ? null : new RegisterPoint(lastAt, lastWh);
    }
}

package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/**
 * What is known of the meter of an EVSE from before: evidence about its next session.
 *
 * @param register       what it showed last; null: not known
 * @param countsFromZero whether it begins at 0 with each session
 * @param powerW         the highest that a sound session has shown, in W; null: none has
 * @param ratedW         what its device model says that it can deliver, in W; null: it says nothing
 */
public record EvseMeter(
        int evse,
        @Nullable RegisterPoint register,
        boolean countsFromZero,
        @Nullable BigDecimal powerW,
        @Nullable BigDecimal ratedW) {

    /** What a session must not have about it, apart from notes, for its power to tell something about its EVSE. */
    private static final Set<Suspicion> ODD = Set.of(
            Suspicion.METER_NEGATIVE,
            Suspicion.METER_STOP_BELOW_START,
            Suspicion.METER_RESET,
            Suspicion.METER_JUMP,
            Suspicion.METER_NOT_MONOTONIC,
            Suspicion.METER_BASE_MIXED,
            Suspicion.METER_SCALE,
            Suspicion.METER_ABOVE_POWER);
    /** A higher power is worth a row when it is higher by this. */
    private static final BigDecimal MATERIALLY = new BigDecimal("1.05");

    public static EvseMeter unknown(int evse) {
        return new EvseMeter(evse, null, false, null, null);
    }

    /** What a session that begins then is to find at its start, in Wh; null: not known. */
    public @Nullable BigDecimal before(Instant start) {
        if (countsFromZero) {
            return BigDecimal.ZERO;
        }
        return register == null || register.at().isAfter(start) ? null : register.wh();
    }

    /** What it shows outside of a session. A 0 tells nothing: it is what stations say that have not read their meter yet. */
    public EvseMeter shows(RegisterPoint now) {
        boolean isNews =
                register == null || now.at().isAfter(register.at()) && now.wh().compareTo(register.wh()) != 0;
        return isNews && now.wh().signum() > 0 ? new EvseMeter(evse, now, countsFromZero, powerW, ratedW) : this;
    }

    public EvseMeter rated(BigDecimal watts) {
        boolean isNews = ratedW == null || ratedW.compareTo(watts) != 0;
        return isNews ? new EvseMeter(evse, register, countsFromZero, powerW, watts) : this;
    }

    /**
     * What a session that has ended leaves behind.
     *
     * @param end   its register at the end, where that is certain
     * @param peakW the highest power that it showed
     */
    EvseMeter after(ChargingSession session, @Nullable RegisterPoint end, BigDecimal peakW) {
        boolean odd = session.suspicions().stream().anyMatch(ODD::contains);
        EvseMeter shown = end == null ? this : shows(end);
        BigDecimal start = session.meter().startWh();
        boolean isOld = end != null && register != null && end.at().isBefore(register.at());
        if (start == null || end == null || isOld || end.wh().compareTo(start) <= 0) {
            return odd ? shown : shown.delivers(peakW);
        }
        // A register that shows less than before, after a start of 0, has begun anew.
        boolean fell = register != null && end.wh().compareTo(register.wh()) < 0;
        boolean fromZero = start.signum() == 0 ? countsFromZero || !odd || fell : countsFromZero && odd;
        EvseMeter counted = new EvseMeter(evse, shown.register, fromZero, powerW, ratedW);
        return odd ? counted : counted.delivers(peakW);
    }

    private EvseMeter delivers(BigDecimal watts) {
        boolean isNews = watts.signum() > 0 && (powerW == null || watts.compareTo(powerW.multiply(MATERIALLY)) > 0);
        return isNews ? new EvseMeter(evse, register, countsFromZero, watts, ratedW) : this;
    }
}

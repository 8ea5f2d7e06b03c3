package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/** How the energy of an open session grows with a reading, as long as nothing is odd about it: most messages bring just that. */
final class MeterProgress {
    /** A session that is odd already is not looked at again before its end. */
    private static final Set<Suspicion> ODD = Set.of(
            Suspicion.METER_RESET,
            Suspicion.METER_ROLLOVER,
            Suspicion.METER_JUMP,
            Suspicion.METER_NEGATIVE,
            Suspicion.METER_NOT_MONOTONIC,
            Suspicion.METER_BASE_MIXED);

    private final BigDecimal mostW;

    MeterProgress(BigDecimal mostW) {
        this.mostW = mostW;
    }

    /**
     * @param evse what is known of its EVSE from before; null: where it is has not been told
     * @return with the reading; null: all the evidence has to be asked
     */
    @Nullable
    MeterState next(ChargingSession running, MeterPoint point, @Nullable EvseMeter evse) {
        if (point.energyWh() != null) {
            return nextRegister(running, point, evse);
        }
        MeterState meter = running.meter();
        boolean counts = point.intervalWh() != null && meter.startWh() == null && meter.lastWh() == null;
        return counts ? nextInterval(meter, point) : meter;
    }

    private @Nullable MeterState nextRegister(ChargingSession running, MeterPoint point, @Nullable EvseMeter evse) {
        MeterState meter = running.meter();
        BigDecimal energy = meter.energyWh();
        RegisterPoint last = meter.last();
        boolean odd = running.suspicions().stream().anyMatch(ODD::contains);
        if (last == null || point.energyWh() == null || point.otherWh() != null && !odd) {
            return null;
        }
        RegisterPoint now =
                new RegisterPoint(point.at(), RegisterChoice.of(last.wh(), point.energyWh(), point.otherWh()));
        boolean isKnown = energy != null || now.wh().signum() < 0;
        boolean told = point.powerW() != null
                && point.powerW().signum() > 0
                && !running.suspicions().contains(Suspicion.METER_ABOVE_POWER);
        boolean simple = isSimple(running, last, now, told, evse);
        if (!isKnown || !simple && !odd) {
            return null;
        }
        return meter.withLast(now)
                .withEnergy(energy != null && simple ? energy.add(now.wh()).subtract(last.wh()) : energy);
    }

    private boolean isSimple(
            ChargingSession running, RegisterPoint last, RegisterPoint now, boolean told, @Nullable EvseMeter evse) {
        MeterState meter = running.meter();
        BigDecimal average = meter.energyWh() == null
                ? BigDecimal.ZERO
                : Deliverable.averageW(meter.energyWh(), running.times().startedAt(), last.at());
        BigDecimal watts = Deliverable.atOnce(mostW, Assessment.peak(meter.peakW(), evse), average, told);
        return !now.at().isBefore(last.at()) && Deliverable.follows(last, now, BigDecimal.ZERO, watts);
    }

    private static @Nullable MeterState nextInterval(MeterState meter, MeterPoint point) {
        boolean isNext = meter.lastAt() != null && point.at().isAfter(meter.lastAt());
        if (meter.energyWh() == null || !isNext || Intervals.isAligned(point.context())) {
            return null;
        }
        return meter.withLastInterval(point.at())
                .withEnergy(MeterNormaliser.plain(meter.energyWh().add(point.intervalWh())));
    }
}

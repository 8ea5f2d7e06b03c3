package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/**
 * Derives from all the evidence of a session what it is worth: its registers, its energy, what is suspect, and the verdict.
 * It has no memory: the same evidence gives the same result, whenever and in whatever order it came.
 */
public final class Assessment {
    /** Stations take readings of the begin a little early and of the end a little late, and align others to the clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final BigDecimal mostW;
    private final Registers registers;
    private final MeterProgress progress;

    public Assessment(ChargingSettings settings) {
        this.mostW = settings.maxPowerW();
        this.registers = new Registers(mostW);
        this.progress = new MeterProgress(mostW);
    }

    /** @param evse what is known of its EVSE with the end of this session */
    public record Result(ChargingSession session, @Nullable EvseMeter evse) {}

    /**
     * @param points  all its readings, in the order in which the meter was read
     * @param seqNos  2.x: all sequence numbers that have come
     * @param evse    what is known of its EVSE from before; null: where it is has not been told
     */
    public Result assess(
            ChargingSession session, List<MeterPoint> points, Set<Integer> seqNos, @Nullable EvseMeter evse) {
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        session.suspicions().stream().filter(doubt -> !doubt.derived()).forEach(doubts::add);
        ChargingSession metered = session.origin().isNumbered() ? session : withRegisters(session, points);
        List<MeterPoint> within = within(metered, points, doubts);
        boolean contradicts = PowerCheck.isBelow(within);
        Deliverable.Known known = known(metered, within, contradicts, evse);
        Registers.Energy energy = energy(metered, within, known);
        doubts.addAll(energy.doubts());
        if (contradicts) {
            doubts.add(Suspicion.METER_ABOVE_POWER);
        }
        if (energy.wh() != null && PowerCheck.isAbove(within, energy.wh())) {
            doubts.add(Suspicion.METER_SCALE);
        }
        ChargingSession derived = metered.with(withLast(metered.meter().withEnergy(energy.wh()), points));
        if (session.isOpen()) {
            return new Result(derived.withSuspicions(doubts), null);
        }
        ChargingSession ended = SessionEnd.judged(derived, seqNos, doubts);
        return new Result(ended, evse == null ? null : evse.after(ended, energy.end(), learnt(ended, within)));
    }

    /** @return null: all the evidence has to be asked; see {@link MeterProgress} */
    public @Nullable MeterState next(ChargingSession running, MeterPoint point, @Nullable EvseMeter evse) {
        return progress.next(running, point, evse);
    }

    private static MeterState withLast(MeterState meter, List<MeterPoint> points) {
        for (MeterPoint point : points.reversed()) {
            RegisterPoint register = point.register();
            if (register != null) {
                return meter.withLast(register);
            }
        }
        return points.stream()
                .filter(point -> point.intervalWh() != null)
                .reduce((earlier, later) -> later)
                .map(last -> meter.withLastInterval(last.at()))
                .orElse(meter);
    }

    static BigDecimal peak(@Nullable BigDecimal shown, @Nullable EvseMeter evse) {
        BigDecimal own = shown == null ? BigDecimal.ZERO : shown;
        return evse == null || evse.powerW() == null ? own : own.max(evse.powerW());
    }

    private static Deliverable.Known known(
            ChargingSession session, List<MeterPoint> points, boolean contradicts, @Nullable EvseMeter evse) {
        BigDecimal rated = evse == null ? null : evse.ratedW();
        List<BigDecimal> shown = contradicts ? List.of() : powers(points);
        BigDecimal own = shown.size() >= Deliverable.ENOUGH
                        || contradicts
                        || session.meter().peakW() == null
                ? PowerCheck.peak(shown)
                : PowerCheck.peak(shown).max(session.meter().peakW());
        return new Deliverable.Known(peak(own, evse), shown.size(), rated);
    }

    private static List<BigDecimal> powers(List<MeterPoint> points) {
        return points.stream()
                .map(MeterPoint::powerW)
                .filter(watts -> watts != null && watts.signum() > 0)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** What a session tells of the power of its EVSE: by its readings of power, else by its energy. */
    private static BigDecimal learnt(ChargingSession session, List<MeterPoint> points) {
        BigDecimal energy = session.meter().energyWh();
        Instant end = session.times().endedAt();
        BigDecimal average = energy == null || end == null
                ? BigDecimal.ZERO
                : Deliverable.averageW(energy, session.times().startedAt(), end);
        BigDecimal peak = PowerCheck.peak(powers(points));
        BigDecimal shown = peak.signum() == 0 && session.meter().peakW() != null
                ? session.meter().peakW()
                : peak;
        return shown.max(average);
    }

    /** 2.x has no field for start and stop: they are readings of that context, or those that came with the event itself. */
    private static ChargingSession withRegisters(ChargingSession session, List<MeterPoint> points) {
        MeterState meter = session.meter();
        Optional<BigDecimal> start = first(points, point -> MeterNormaliser.BEGIN.equals(point.context()))
                .or(() -> first(points, point -> isOf(session.seq().first(), point)))
                .or(() -> Optional.ofNullable(meter.startWh()));
        Optional<BigDecimal> stop = session.isEndedByStation()
                ? last(points, point -> MeterNormaliser.END.equals(point.context()))
                        .or(() -> last(points, point -> isOf(session.seq().end(), point)))
                        .or(() -> last(points, point -> isAtEnd(session, point)))
                : Optional.empty();
        return session.with(meter.withStart(start.orElse(null)).withStop(stop.orElse(null)));
    }

    private static boolean isOf(@Nullable Integer seqNo, MeterPoint point) {
        return seqNo != null && seqNo.equals(point.seqNo());
    }

    private static boolean isAtEnd(ChargingSession session, MeterPoint point) {
        Instant end = session.times().endedAt();
        return session.seq().end() == null && end != null && point.at().equals(end);
    }

    private static Optional<BigDecimal> first(List<MeterPoint> points, Predicate<MeterPoint> which) {
        return points.stream()
                .filter(point -> point.energyWh() != null && which.test(point))
                .map(MeterPoint::energyWh)
                .map(Objects::requireNonNull)
                .findFirst();
    }

    private static Optional<BigDecimal> last(List<MeterPoint> points, Predicate<MeterPoint> which) {
        return first(points.reversed(), which);
    }

    /** Those that were taken between start and end, as far as both are known. */
    private static List<MeterPoint> within(ChargingSession session, List<MeterPoint> points, Set<Suspicion> doubts) {
        Instant from = session.times().startedAt().minus(TOLERANCE);
        Instant ended = session.times().endedAt();
        Instant to = ended == null || !session.isEndedByStation() ? Instant.MAX : ended.plus(TOLERANCE);
        boolean startKnown = !session.suspicions().contains(Suspicion.START_MISSING);
        List<MeterPoint> within = points.stream()
                .filter(point -> !(startKnown && point.at().isBefore(from))
                        && !point.at().isAfter(to))
                .toList();
        if (within.size() < points.size()) {
            doubts.add(Suspicion.OUT_OF_WINDOW);
        }
        return within;
    }

    private Registers.Energy energy(ChargingSession session, List<MeterPoint> points, Deliverable.Known known) {
        MeterState meter = session.meter();
        Instant start = session.times().startedAt();
        Instant ended = session.times().endedAt();
        if (Intervals.areAll(points, meter)) {
            Instant to = session.isEndedByStation() ? ended : null;
            return Intervals.sum(points, start, to, new Deliverable(mostW, known, List.of()));
        }
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        Registers.Ends ends = new Registers.Ends(
                register(start, meter.startWh()),
                register(ended == null ? Instant.MAX : ended, meter.stopWh()),
                meter.beforeWh());
        Registers.Energy energy = registers.between(ends, RegisterChoice.of(points, meter.startWh(), doubts), known);
        doubts.addAll(energy.doubts());
        return new Registers.Energy(energy.wh(), doubts, energy.end());
    }

    private static @Nullable RegisterPoint register(Instant at, @Nullable BigDecimal wh) {
        return wh == null ? null : new RegisterPoint(at, wh);
    }
}

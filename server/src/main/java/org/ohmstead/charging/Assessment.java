package org.ohmstead.charging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Derives from all the evidence of a session what it is worth: its registers, its energy, what is suspect, and the verdict.
 * It has no memory: the same evidence gives the same result, whenever and in whatever order it came.
 */
final class Assessment {
    /** Stations take readings of the begin a little early and of the end a little late, and align others to the clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    /** kWh labelled Wh (gotcha 108) makes a factor of 1000; 100 leaves room for a power that was read at odd moments. */
    private static final BigDecimal SCALE = BigDecimal.valueOf(100);
    /** Less than this, in Wh, proves nothing about a scale. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(200);

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final Registers registers;

    Assessment(ChargingSettings settings) {
        this.registers = new Registers(settings.maxPowerW());
    }

    boolean follows(RegisterPoint earlier, RegisterPoint later) {
        return registers.follows(earlier, later);
    }

    /**
     * @param points  all its readings, in the order in which the meter was read
     * @param seqNos  2.x: all sequence numbers that have come
     */
    ChargingSession assess(ChargingSession session, List<MeterPoint> points, Set<Integer> seqNos) {
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        session.suspicions().stream().filter(doubt -> !doubt.derived()).forEach(doubts::add);
        ChargingSession metered = session.origin().isNumbered() ? session : withRegisters(session, points);
        Registers.Energy energy = energy(metered, points, doubts);
        doubts.addAll(energy.doubts());
        addScaleDoubt(points, energy.wh(), doubts);
        MeterState meter = metered.meter().withEnergy(energy.wh());
        Optional<RegisterPoint> last = registersOf(points).reduce((earlier, later) -> later);
        ChargingSession derived = metered.with(last.map(meter::withLast).orElse(meter));
        if (session.isOpen()) {
            return derived.withSuspicions(doubts);
        }
        addEndDoubts(derived, seqNos, doubts);
        return derived.with(session.ending().with(verdict(doubts))).withSuspicions(doubts);
    }

    private static java.util.stream.Stream<RegisterPoint> registersOf(List<MeterPoint> points) {
        return points.stream().map(MeterPoint::register).filter(Objects::nonNull);
    }

    private static SessionVerdict verdict(Set<Suspicion> doubts) {
        if (doubts.contains(Suspicion.START_MISSING)
                || doubts.contains(Suspicion.END_MISSING)
                || doubts.contains(Suspicion.SEQ_MISSING)
                || doubts.contains(Suspicion.SEQ_GAP)) {
            return SessionVerdict.INCOMPLETE;
        }
        return doubts.isEmpty() ? SessionVerdict.COMPLETE : SessionVerdict.SUSPECT;
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

    private Registers.Energy energy(ChargingSession session, List<MeterPoint> points, Set<Suspicion> doubts) {
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
        Instant end = ended == null ? Instant.MAX : ended;
        return registers.between(
                register(session.times().startedAt(), session.meter().startWh()),
                registersOf(within).toList(),
                register(end, session.meter().stopWh()));
    }

    private static @Nullable RegisterPoint register(Instant at, @Nullable BigDecimal wh) {
        return wh == null ? null : new RegisterPoint(at, wh);
    }

    private static void addEndDoubts(ChargingSession session, Set<Integer> seqNos, Set<Suspicion> doubts) {
        Times times = session.times();
        if (times.endedAt() != null && times.endedAt().isBefore(times.startedAt())) {
            doubts.add(Suspicion.END_BEFORE_START);
        }
        if (session.meter().startWh() == null) {
            doubts.add(Suspicion.METER_START_MISSING);
        }
        if (session.meter().stopWh() == null) {
            doubts.add(Suspicion.METER_STOP_MISSING);
        }
        if (session.meter().energyWh() == null) {
            doubts.add(Suspicion.ENERGY_UNKNOWN);
        }
        if (!session.origin().isNumbered() && !isGapless(session.seq(), seqNos)) {
            doubts.add(Suspicion.SEQ_GAP);
        }
    }

    /** Every number from the start's to the end's has come (2.x part 2, E.1.3.2). */
    private static boolean isGapless(SeqRange seq, Set<Integer> seqNos) {
        if (seq.first() == null || seq.end() == null) {
            return false;
        }
        long within = seqNos.stream()
                .filter(number -> number >= seq.first() && number <= seq.end())
                .count();
        return within == (long) seq.end() - seq.first() + 1;
    }

    private static void addScaleDoubt(List<MeterPoint> points, @Nullable BigDecimal energyWh, Set<Suspicion> doubts) {
        BigDecimal expected = BigDecimal.ZERO;
        MeterPoint before = null;
        for (MeterPoint point : points) {
            if (before != null && before.powerW() != null && point.powerW() != null) {
                BigDecimal hours = BigDecimal.valueOf(Math.max(
                                0, Duration.between(before.at(), point.at()).toMillis()))
                        .divide(MILLIS_PER_HOUR, MathContext.DECIMAL64);
                expected = expected.add(before.powerW().min(point.powerW()).multiply(hours));
            }
            before = point;
        }
        if (energyWh != null
                && expected.compareTo(SMALL) > 0
                && energyWh.multiply(SCALE).compareTo(expected) < 0) {
            doubts.add(Suspicion.METER_SCALE);
        }
    }
}

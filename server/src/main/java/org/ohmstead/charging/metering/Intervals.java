package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/** Energy of a session whose station has no register to show, but what each interval brought. */
final class Intervals {
    private static final String ALIGNED = "Sample.Clock";
    private static final Duration GRACE = Duration.ofSeconds(60);

    private Intervals() {}

    /** Whether a reading is one of those that are aligned to the clock, beside which others may tell the same energy. */
    static boolean isAligned(@Nullable String context) {
        return ALIGNED.equals(context);
    }

    /**
     * @param from when the session began
     * @param to   when it ended; null: not yet, or nobody knows
     */
    static Registers.Energy sum(List<MeterPoint> points, Instant from, @Nullable Instant to, Deliverable deliverable) {
        SortedMap<Instant, BigDecimal> intervals = once(points);
        Set<Suspicion> doubts = EnumSet.of(Suspicion.ENERGY_FROM_INTERVALS);
        BigDecimal sum = intervals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (intervals.values().stream().anyMatch(wh -> wh.signum() < 0)) {
            doubts.add(Suspicion.METER_NEGATIVE);
        }
        if (hasGap(intervals, from, to)) {
            doubts.add(Suspicion.INTERVAL_MISSING);
        }
        RegisterPoint begin = new RegisterPoint(from, BigDecimal.ZERO);
        if (!deliverable.follows(begin, new RegisterPoint(intervals.lastKey(), sum), BigDecimal.ZERO)) {
            doubts.add(Suspicion.METER_JUMP);
            return new Registers.Energy(null, doubts, null);
        }
        return new Registers.Energy(MeterNormaliser.plain(sum), doubts, null);
    }

    /** Each moment once, however often it is told; those aligned to the clock only where there are no others. */
    private static SortedMap<Instant, BigDecimal> once(List<MeterPoint> points) {
        boolean others = points.stream().anyMatch(point -> point.intervalWh() != null && !isAligned(point.context()));
        SortedMap<Instant, BigDecimal> intervals = new TreeMap<>();
        for (MeterPoint point : points) {
            if (point.intervalWh() != null && !(others && isAligned(point.context()))) {
                intervals.merge(point.at(), point.intervalWh(), BigDecimal::max);
            }
        }
        return intervals;
    }

    /** Somewhere more than one and a half of the usual distance passes without one. */
    private static boolean hasGap(SortedMap<Instant, BigDecimal> intervals, Instant from, @Nullable Instant to) {
        List<Instant> moments = Stream.concat(
                        Stream.concat(Stream.of(from), intervals.keySet().stream()), Stream.ofNullable(to))
                .sorted()
                .toList();
        List<Duration> pauses = IntStream.range(1, moments.size())
                .mapToObj(i -> Duration.between(moments.get(i - 1), moments.get(i)))
                .sorted()
                .toList();
        Duration usual = pauses.get(pauses.size() / 2);
        return pauses.getLast().compareTo(usual.multipliedBy(3).dividedBy(2).plus(GRACE)) > 0;
    }

    /** Whether they are all the energy that is told of a session. */
    static boolean areAll(List<MeterPoint> points, MeterState meter) {
        return meter.startWh() == null
                && meter.stopWh() == null
                && points.stream().allMatch(point -> point.energyWh() == null)
                && points.stream().anyMatch(point -> point.intervalWh() != null);
    }
}

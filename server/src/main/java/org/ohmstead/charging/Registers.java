package org.ohmstead.charging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Energy from the registers of a session: their differences, and only such differences as one register can have shown.
 * Where registers reset, jump, or are of several sources, the sum of what is certain counts, and it is said (gotchas 101, 103
 * and 114). Never more than registers show: a driver is not billed for a doubt.
 */
final class Registers {
    /** Clocks of meters and stations round, so even two readings of the same second may differ by what this long brings. */
    private static final Duration GRACE = Duration.ofSeconds(60);
    /** Whole Wh beside fractions. */
    private static final BigDecimal ROUNDING = BigDecimal.ONE;
    /** A tenth of a kWh: the coarsest step of a register that is reported in kWh beside a start and stop in Wh. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(100);
    /** A register that is silent for more readings than these has been reset, and not interrupted by odd values. */
    private static final int ODD_VALUES = 3;

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private final BigDecimal maxPowerW;

    Registers(BigDecimal maxPowerW) {
        this.maxPowerW = maxPowerW;
    }

    /** @param wh null: not known */
    record Energy(@Nullable BigDecimal wh, Set<Suspicion> doubts) {}

    /**
     * @param start  register at the start; null: not known
     * @param points between start and stop, in the order of time
     * @param stop   register at the end; null: not known, or still open
     */
    Energy between(@Nullable RegisterPoint start, List<RegisterPoint> points, @Nullable RegisterPoint stop) {
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        RegisterPoint first = positive(start, doubts);
        RegisterPoint last = positive(stop, doubts);
        if (first != null && last != null && last.wh().compareTo(first.wh()) < 0) {
            doubts.add(Suspicion.METER_STOP_BELOW_START);
        }
        List<RegisterPoint> sound =
                points.stream().filter(point -> positive(point, doubts) != null).toList();
        if (sound.isEmpty()) {
            return new Energy(withoutReadings(first, last, doubts), doubts);
        }
        List<RegisterChain> chains = chains(sound, doubts);
        return new Energy(withReadings(first, chains, last, doubts), doubts);
    }

    /** Whether a register that showed one value can show the other one later. */
    boolean follows(RegisterPoint earlier, RegisterPoint later) {
        return follows(earlier, later, ROUNDING);
    }

    private boolean follows(RegisterPoint earlier, RegisterPoint later, BigDecimal tolerance) {
        BigDecimal rise = later.wh().subtract(earlier.wh());
        return rise.compareTo(tolerance.negate()) >= 0 && rise.compareTo(most(earlier, later)) <= 0;
    }

    private BigDecimal most(RegisterPoint earlier, RegisterPoint later) {
        Duration passed = Duration.between(earlier.at(), later.at());
        Duration time = (passed.isNegative() ? Duration.ZERO : passed).plus(GRACE);
        return maxPowerW.multiply(BigDecimal.valueOf(time.toSeconds())).divide(SECONDS_PER_HOUR, MathContext.DECIMAL64);
    }

    private static @Nullable RegisterPoint positive(@Nullable RegisterPoint point, Set<Suspicion> doubts) {
        if (point != null && point.wh().signum() < 0) {
            doubts.add(Suspicion.METER_NEGATIVE);
            return null;
        }
        return point;
    }

    private @Nullable BigDecimal withoutReadings(
            @Nullable RegisterPoint start, @Nullable RegisterPoint stop, Set<Suspicion> doubts) {
        if (start == null || stop == null) {
            return null;
        }
        BigDecimal rise = stop.wh().subtract(start.wh());
        if (rise.signum() >= 0 && !follows(start, stop)) {
            doubts.add(Suspicion.METER_JUMP);
        }
        return follows(start, stop) ? rise.max(BigDecimal.ZERO) : null;
    }

    private BigDecimal withReadings(
            @Nullable RegisterPoint start,
            List<RegisterChain> chains,
            @Nullable RegisterPoint stop,
            Set<Suspicion> doubts) {
        RegisterPoint first = chains.getFirst().first();
        RegisterPoint last = chains.getLast().last();
        boolean head = start != null && follows(start, first, COARSE);
        boolean tail = stop != null && follows(last, stop, COARSE);
        if (start != null && !head) {
            doubts.add(Suspicion.METER_BASE_MIXED);
        }
        if (start != null && stop != null && !head && !tail && rises(start, stop)) {
            return stop.wh().subtract(start.wh());
        }
        if (stop != null && !tail) {
            boolean fell = stop.wh().compareTo(last.wh()) < 0;
            doubts.add(fell ? Suspicion.METER_BASE_MIXED : Suspicion.METER_JUMP);
        }
        BigDecimal sum = chains.stream().map(RegisterChain::energy).reduce(BigDecimal.ZERO, BigDecimal::add);
        sum = start != null && head ? sum.add(first.wh().subtract(start.wh())) : sum;
        sum = stop != null && tail ? sum.add(stop.wh().subtract(last.wh())) : sum;
        return MeterNormaliser.plain(sum.max(BigDecimal.ZERO));
    }

    private boolean rises(RegisterPoint start, RegisterPoint stop) {
        return stop.wh().compareTo(start.wh()) > 0 && follows(start, stop);
    }

    /** The chains that count, in the order of time; they do not overlap. */
    private List<RegisterChain> chains(List<RegisterPoint> points, Set<Suspicion> doubts) {
        List<RegisterChain> all = new ArrayList<>();
        List<RegisterChain> alive = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            RegisterPoint point = points.get(i);
            int position = i;
            alive.removeIf(chain -> chain.interruption(position) > ODD_VALUES);
            Optional<RegisterChain> own = alive.stream()
                    .filter(chain -> follows(chain.last(), point))
                    .min(Comparator.comparing(
                            chain -> point.wh().subtract(chain.last().wh()).abs()));
            if (own.isPresent()) {
                own.get().add(point, position);
            } else {
                RegisterChain chain = new RegisterChain(point, position);
                alive.add(chain);
                all.add(chain);
            }
        }
        return counting(all, doubts);
    }

    /** Of chains that overlap the longest one counts: two registers at once are two sources, not one that was reset. */
    private static List<RegisterChain> counting(List<RegisterChain> all, Set<Suspicion> doubts) {
        NavigableMap<Integer, RegisterChain> byBegin = new TreeMap<>();
        all.stream()
                .sorted(Comparator.comparingInt(RegisterChain::size).reversed().thenComparingInt(RegisterChain::from))
                .filter(chain -> {
                    var before = byBegin.floorEntry(chain.to());
                    return before == null || before.getValue().to() < chain.from();
                })
                .forEach(chain -> byBegin.put(chain.from(), chain));
        List<RegisterChain> counted = List.copyOf(byBegin.values());
        if (counted.size() < all.size()) {
            doubts.add(Suspicion.METER_NOT_MONOTONIC);
        }
        for (int i = 1; i < counted.size(); i++) {
            boolean fell = counted.get(i)
                            .first()
                            .wh()
                            .compareTo(counted.get(i - 1).last().wh())
                    < 0;
            doubts.add(fell ? Suspicion.METER_RESET : Suspicion.METER_JUMP);
        }
        return counted;
    }
}

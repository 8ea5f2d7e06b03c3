package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/** Takes the readings of a session apart into such as one register can have shown one after the other. */
final class RegisterChains {
    /** A register that is silent for more readings than these has been reset, and not interrupted by odd values. */
    private static final int ODD_VALUES = 3;
    /** Whole Wh beside fractions. */
    private static final BigDecimal ROUNDING = BigDecimal.ONE;

    private final Deliverable deliverable;
    private final Set<Suspicion> doubts;

    /** @param doubts what is odd about the readings is added to them */
    RegisterChains(Deliverable deliverable, Set<Suspicion> doubts) {
        this.deliverable = deliverable;
        this.doubts = doubts;
    }

    /**
     * The chains that count, in the order of time; they do not overlap.
     *
     * @param stop register at the end; null: not known, or still open
     */
    List<RegisterChain> of(List<RegisterPoint> points, @Nullable RegisterPoint stop) {
        List<RegisterChain> all = new ArrayList<>();
        List<RegisterChain> alive = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            RegisterPoint point = points.get(i);
            int position = i;
            alive.removeIf(chain -> chain.interruption(position) > ODD_VALUES);
            Optional<RegisterChain> own = nearest(alive, point);
            if (own.isPresent()) {
                own.get().add(point, position);
            } else if (!corrects(alive, point, position)) {
                RegisterChain chain = new RegisterChain(point, position);
                alive.add(chain);
                all.add(chain);
            }
        }
        return counting(all, stop);
    }

    private Optional<RegisterChain> nearest(List<RegisterChain> alive, RegisterPoint point) {
        return alive.stream()
                .filter(chain -> deliverable.follows(chain.last(), point, ROUNDING))
                .min(Comparator.comparing(
                        chain -> point.wh().subtract(chain.last().wh()).abs()));
    }

    /** Where a reading goes on from the last but one of a chain, it is the last that was odd: a spike, and no reset after it. */
    private boolean corrects(List<RegisterChain> alive, RegisterPoint point, int position) {
        for (RegisterChain chain : alive) {
            RegisterPoint before = chain.beforeLast();
            if (before != null && chain.interruption(position) == 0 && deliverable.follows(before, point, ROUNDING)) {
                chain.replaceLast(point, position);
                doubts.add(Suspicion.METER_NOT_MONOTONIC);
                return true;
            }
        }
        return false;
    }

    /** Of chains that overlap the longest one counts: two registers at once are two sources, not one that was reset. */
    private List<RegisterChain> counting(List<RegisterChain> all, @Nullable RegisterPoint stop) {
        NavigableMap<Integer, RegisterChain> byBegin = new TreeMap<>();
        all.stream()
                .sorted(Comparator.comparingInt(RegisterChain::size).reversed().thenComparingInt(RegisterChain::from))
                .filter(chain -> {
                    var before = byBegin.floorEntry(chain.to());
                    return before == null || before.getValue().to() < chain.from();
                })
                .forEach(chain -> byBegin.put(chain.from(), chain));
        if (byBegin.size() > 1 && isOddAtTheEnd(byBegin, stop)) {
            byBegin.pollLastEntry();
        }
        List<RegisterChain> counted = List.copyOf(byBegin.values());
        if (counted.size() < all.size()) {
            doubts.add(Suspicion.METER_NOT_MONOTONIC);
        }
        for (int i = 1; i < counted.size(); i++) {
            boolean fell =
                    Registers.isBelow(counted.get(i).first(), counted.get(i - 1).last());
            doubts.add(fell ? Suspicion.METER_RESET : Suspicion.METER_JUMP);
        }
        return counted;
    }

    /** A single last reading, where the stop goes on from what was before it and not from it. */
    private boolean isOddAtTheEnd(NavigableMap<Integer, RegisterChain> byBegin, @Nullable RegisterPoint stop) {
        RegisterChain last = byBegin.lastEntry().getValue();
        RegisterChain before = byBegin.lowerEntry(last.from()).getValue();
        return stop != null
                && last.size() == 1
                && deliverable.follows(before.last(), stop, RegisterPoint.COARSE)
                && !deliverable.follows(last.last(), stop, RegisterPoint.COARSE);
    }
}

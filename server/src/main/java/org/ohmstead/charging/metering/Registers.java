package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/**
 * Energy from the registers of a session: their differences, and only such differences as one register can have shown. Where
 * registers reset, jump, or are of several sources, what is certain counts, and it is said. Never more than registers show: a
 * driver is not billed for a doubt. {@code docs/energy.md} says the rules in words.
 */
final class Registers {
    private final BigDecimal mostW;

    /** @param mostW more than this no EVSE delivers, in W */
    Registers(BigDecimal mostW) {
        this.mostW = mostW;
    }

    /**
     * @param wh  null: not known
     * @param end what the register of the EVSE showed at the end, where that is certain
     */
    record Energy(
            @Nullable BigDecimal wh,
            Set<Suspicion> doubts,
            @Nullable RegisterPoint end) {}

    /**
     * @param start  register at the start; null: not known
     * @param stop   register at the end; null: not known, or still open
     * @param before what the register was to show at the start, by what it showed before, in Wh; null: not known
     */
    record Ends(
            @Nullable RegisterPoint start,
            @Nullable RegisterPoint stop,
            @Nullable BigDecimal before) {}

    /**
     * @param points between start and stop, in the order of time
     * @param known  about the power of the EVSE
     */
    Energy between(Ends ends, List<RegisterPoint> points, Deliverable.Known known) {
        Set<Suspicion> doubts = EnumSet.noneOf(Suspicion.class);
        RegisterPoint shown = positive(ends.start(), doubts);
        RegisterPoint stop = positive(ends.stop(), doubts);
        List<RegisterPoint> sound = new ArrayList<>(
                points.stream().filter(point -> positive(point, doubts) != null).toList());
        boolean hasReadings = !sound.isEmpty();
        RegisterPoint start = withoutPrefix(shown, sound);
        if (hasReadings && sound.isEmpty() && stop == null) {
            return new Energy(BigDecimal.ZERO, doubts, null); // it stands where it was
        }
        withoutSuffix(stop, sound);
        Deliverable deliverable = new Deliverable(mostW, known, sound);
        Span span = new Span(start, List.copyOf(sound), stop).unrolled(deliverable, doubts);
        if (span.start() != null && span.stop() != null && isBelow(span.stop(), span.start())) {
            doubts.add(Suspicion.METER_STOP_BELOW_START);
        }
        Outer outer = Outer.of(span, ends.before(), deliverable, doubts);
        if (span.points().isEmpty()) {
            return new Energy(outer.energy(doubts), doubts, doubts.isEmpty() ? stop : null);
        }
        List<RegisterChain> chains = new RegisterChains(deliverable, doubts).of(span.points(), span.stop());
        BigDecimal wh = outer.energy(chains, doubts);
        RegisterPoint last = stop == null && !doubts.contains(Suspicion.METER_ROLLOVER)
                ? chains.getLast().last()
                : stop;
        boolean isKnown = outer.isTailSound(chains);
        return new Energy(MeterNormaliser.plain(wh.max(BigDecimal.ZERO)), doubts, isKnown ? last : null);
    }

    static boolean isBelow(RegisterPoint later, RegisterPoint earlier) {
        return later.wh().compareTo(earlier.wh()) < 0;
    }

    private static @Nullable RegisterPoint positive(@Nullable RegisterPoint point, Set<Suspicion> doubts) {
        if (point != null && point.wh().signum() < 0) {
            doubts.add(Suspicion.METER_NEGATIVE);
            return null;
        }
        return point;
    }

    /**
     * Readings that repeat the start are the start: until the last of them nothing was delivered, or nothing was read. Without a
     * start a first reading of 0 is one.
     */
    private static @Nullable RegisterPoint withoutPrefix(@Nullable RegisterPoint start, List<RegisterPoint> points) {
        RegisterPoint last = start;
        while (!points.isEmpty() && isSame(points.getFirst(), last)) {
            last = points.removeFirst();
        }
        return last;
    }

    private static boolean isSame(RegisterPoint point, @Nullable RegisterPoint start) {
        return start == null ? point.wh().signum() == 0 : point.wh().compareTo(start.wh()) == 0;
    }

    private static void withoutSuffix(@Nullable RegisterPoint stop, List<RegisterPoint> points) {
        while (stop != null && !points.isEmpty() && points.getLast().wh().compareTo(stop.wh()) == 0) {
            points.removeLast();
        }
    }

    /** The registers of a session as far as they are sound. */
    private record Span(
            @Nullable RegisterPoint start,
            List<RegisterPoint> points,
            @Nullable RegisterPoint stop) {
        /** A stop that is not below the start says that there was no rollover between them. */
        Span unrolled(Deliverable deliverable, Set<Suspicion> doubts) {
            if (start != null && stop != null && !isBelow(stop, start)) {
                return this;
            }
            List<RegisterPoint> all = new ArrayList<>(points);
            Optional.ofNullable(start).ifPresent(all::addFirst);
            Optional.ofNullable(stop).ifPresent(all::addLast);
            List<RegisterPoint> unrolled = new ArrayList<>(Rollover.unrolled(all, deliverable));
            if (unrolled.equals(all)) {
                return this;
            }
            doubts.add(Suspicion.METER_ROLLOVER);
            RegisterPoint first = start == null ? null : unrolled.removeFirst();
            RegisterPoint last = stop == null ? null : unrolled.removeLast();
            return new Span(first, List.copyOf(unrolled), last);
        }
    }

    /**
     * Start and stop of a session, held against its readings.
     *
     * @param fromZero whether the start is a 0 for which nothing speaks so far
     */
    private record Outer(
            @Nullable RegisterPoint start, @Nullable RegisterPoint stop, boolean fromZero, Deliverable deliverable) {

        static Outer of(Span span, @Nullable BigDecimal before, Deliverable deliverable, Set<Suspicion> doubts) {
            RegisterPoint start = span.start();
            RegisterPoint next =
                    span.points().isEmpty() ? span.stop() : span.points().getFirst();
            if (start != null && before != null && isContradicted(start, before, next, span.stop())) {
                doubts.add(Suspicion.METER_BASE_MIXED);
                return new Outer(new RegisterPoint(start.at(), before), span.stop(), false, deliverable);
            }
            boolean expected = before != null && before.signum() == 0;
            return new Outer(start, span.stop(), start != null && start.wh().signum() == 0 && !expected, deliverable);
        }

        /** What the EVSE showed before lies above the start, but above neither what it shows next nor the stop. */
        private static boolean isContradicted(
                RegisterPoint start, BigDecimal before, @Nullable RegisterPoint next, @Nullable RegisterPoint stop) {
            return before.compareTo(start.wh().add(RegisterPoint.COARSE)) > 0
                    && next != null
                    && reaches(next, before)
                    && (stop == null || reaches(stop, before));
        }

        private static boolean reaches(RegisterPoint point, BigDecimal before) {
            return before.compareTo(point.wh().add(RegisterPoint.COARSE)) <= 0;
        }

        private boolean startFits(RegisterPoint later, BigDecimal tolerance) {
            return start != null
                    && (fromZero
                            ? deliverable.followsZero(start, later)
                            : deliverable.follows(start, later, tolerance));
        }

        /** Whether start and stop can be of one register. */
        private boolean isOne() {
            return stop != null && startFits(stop, BigDecimal.ONE);
        }

        private BigDecimal rise() {
            return start == null || stop == null
                    ? BigDecimal.ZERO
                    : stop.wh().subtract(start.wh()).max(BigDecimal.ZERO);
        }

        /** Without any reading between them. */
        @Nullable
        BigDecimal energy(Set<Suspicion> doubts) {
            if (start == null || stop == null) {
                return null;
            }
            if (!isOne() && !isBelow(stop, start)) {
                if (fromZero) {
                    doubts.add(Suspicion.METER_BASE_MIXED);
                }
                if (!deliverable.follows(start, stop, BigDecimal.ONE)) {
                    doubts.add(Suspicion.METER_JUMP);
                }
            }
            return isOne() ? rise() : null;
        }

        boolean isTailSound(List<RegisterChain> chains) {
            return stop == null || deliverable.follows(chains.getLast().last(), stop, RegisterPoint.COARSE);
        }

        BigDecimal energy(List<RegisterChain> chains, Set<Suspicion> doubts) {
            RegisterPoint first = chains.getFirst().first();
            RegisterPoint last = chains.getLast().last();
            boolean head = startFits(first, RegisterPoint.COARSE);
            boolean tail = stop != null && isTailSound(chains);
            if (start != null && !head) {
                doubts.add(Suspicion.METER_BASE_MIXED);
            }
            boolean apart = start != null && stop != null && !head && !tail;
            if (apart && isOne() && rise().signum() > 0) {
                return rise();
            }
            if (stop != null && !tail) {
                doubts.add(isBelow(stop, last) ? Suspicion.METER_BASE_MIXED : Suspicion.METER_JUMP);
            }
            BigDecimal sum = chains.stream().map(RegisterChain::energy).reduce(BigDecimal.ZERO, BigDecimal::add);
            sum = start != null && head ? sum.add(first.wh().subtract(start.wh())) : sum;
            sum = stop != null && tail ? sum.add(stop.wh().subtract(last.wh())) : sum;
            // Where start and stop are of one register, no figure above their difference can be right.
            return head != tail && isOne() && rise().signum() > 0 ? sum.min(rise()) : sum;
        }
    }
}

package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ohmstead.charging.session.RegisterPoint;

/**
 * Registers come to an end: after their last figure they show 0 again. A fall is that, and no reset, where it begins so close
 * below such an end that the way across fits the time and the power.
 */
final class Rollover {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal TWO_31 = BigDecimal.valueOf(1L << 31);
    private static final BigDecimal TWO_32 = BigDecimal.valueOf(1L << 32);
    /** In Wh: registers of six to eight digits, and binary ones of Wh and of tenths of Wh. */
    private static final List<BigDecimal> ENDS = Stream.of(
                    TEN.pow(6), TEN.pow(7), TEN.pow(8), TWO_31, TWO_32, TWO_31.divide(TEN), TWO_32.divide(TEN))
            .sorted()
            .toList();
    /** No more than this part of its range goes by in a session. */
    private static final BigDecimal PART = new BigDecimal("0.1");

    private Rollover() {}

    /**
     * @param points all registers of a session, its start and stop among them, in the order of time
     * @return the same as a register without an end would show them; the list itself: there is no rollover
     */
    static List<RegisterPoint> unrolled(List<RegisterPoint> points, Deliverable deliverable) {
        for (int i = 1; i < points.size(); i++) {
            RegisterPoint before = points.get(i - 1);
            RegisterPoint after = points.get(i);
            boolean staysLow = i + 1 == points.size() || points.get(i + 1).wh().compareTo(before.wh()) < 0;
            Optional<BigDecimal> end = staysLow ? end(before, after, deliverable) : Optional.empty();
            if (end.isPresent()) {
                List<RegisterPoint> all = new ArrayList<>(points.subList(0, i));
                points.stream()
                        .skip(i)
                        .map(point -> new RegisterPoint(point.at(), point.wh().add(end.get())))
                        .forEach(all::add);
                return all;
            }
        }
        return points;
    }

    private static Optional<BigDecimal> end(RegisterPoint before, RegisterPoint after, Deliverable deliverable) {
        if (after.wh().compareTo(before.wh()) >= 0) {
            return Optional.empty();
        }
        return ENDS.stream()
                .filter(end -> end.compareTo(before.wh()) > 0)
                .findFirst()
                .filter(end -> {
                    BigDecimal way = end.subtract(before.wh()).add(after.wh());
                    return way.compareTo(end.multiply(PART)) <= 0 && deliverable.isWayAcross(way, before, after);
                });
    }
}

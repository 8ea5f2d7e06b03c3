package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.session.RegisterPoint;

/** Holds the register of a session against its readings of power: where one says far more than the other, a scale is wrong. */
final class PowerCheck {
    /** Readings at shorter distances are taken together, because registers rise in steps. */
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** Power is read at moments; a wrong scale makes a factor of 10 or 1000. */
    private static final BigDecimal FACTOR = BigDecimal.valueOf(3);
    /** Less than this, in Wh, proves nothing about a scale. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(200);

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private PowerCheck() {}

    /** Whether power times time says far more than the energy. Of each two readings the lower power counts. */
    static boolean isAbove(List<MeterPoint> points, BigDecimal energyWh) {
        BigDecimal expected = BigDecimal.ZERO;
        MeterPoint before = null;
        for (MeterPoint point : points) {
            if (before != null && before.powerW() != null && point.powerW() != null) {
                expected = expected.add(
                        before.powerW().min(point.powerW()).max(BigDecimal.ZERO).multiply(hours(before, point)));
            }
            before = point;
        }
        return expected.compareTo(SMALL.add(energyWh.multiply(FACTOR))) > 0;
    }

    /**
     * Whether the register says far more than power times time, and does so nearly all the time: a single rise may fall between
     * the readings of power, and is judged as a jump. Of each window the highest power counts.
     */
    static boolean isBelow(List<MeterPoint> points) {
        int windows = 0;
        int exceeded = 0;
        MeterPoint first = null;
        BigDecimal highest = BigDecimal.ZERO;
        for (MeterPoint point : points) {
            if (point.powerW() == null || point.energyWh() == null || point.isRolledUp()) {
                continue;
            }
            highest = highest.max(point.powerW());
            boolean isFull = first != null
                    && !Duration.between(first.at(), point.at()).minus(WINDOW).isNegative();
            if (first == null) {
                first = point;
            } else if (isFull) {
                BigDecimal rise = rise(first, point);
                BigDecimal most = highest.multiply(hours(first, point)).multiply(FACTOR);
                boolean counts = highest.signum() > 0 && rise.signum() > 0;
                windows += counts ? 1 : 0;
                exceeded += counts && rise.compareTo(most.add(RegisterPoint.COARSE)) > 0 ? 1 : 0;
                first = point;
                highest = point.powerW().max(BigDecimal.ZERO);
            }
        }
        return exceeded >= 2 && 3 * exceeded >= 2 * windows;
    }

    private static BigDecimal rise(MeterPoint first, MeterPoint last) {
        BigDecimal from = first.energyWh();
        BigDecimal to = last.energyWh();
        return from == null || to == null ? BigDecimal.ZERO : to.subtract(from);
    }

    private static BigDecimal hours(MeterPoint from, MeterPoint to) {
        long millis = Math.max(0, Duration.between(from.at(), to.at()).toMillis());
        return BigDecimal.valueOf(millis).divide(MILLIS_PER_HOUR, MathContext.DECIMAL64);
    }

    /**
     * The highest power of readings. One that stands far above all others, and above what is ordinary, is taken for a defect.
     *
     * @return in W; 0: none shows any
     */
    static BigDecimal peak(List<BigDecimal> watts) {
        List<BigDecimal> sorted = watts.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal highest = sorted.getLast();
        if (sorted.size() < Deliverable.ENOUGH || highest.compareTo(Deliverable.ORDINARY) <= 0) {
            return highest;
        }
        BigDecimal second = sorted.get(sorted.size() - 2);
        return highest.compareTo(second.multiply(FACTOR)) > 0 ? second : highest;
    }
}

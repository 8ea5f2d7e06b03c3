package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.RegisterPoint;

/**
 * What the EVSE of a session can have delivered between two readings, as far as anything tells: its rating, the power that it
 * has shown in this session and before, and how fast its register rises when nothing is odd. A bound of one size for all would
 * let a socket of 11 kW deliver a megawatt hour, if only its readings are far enough apart.
 */
final class Deliverable {
    /** An EVSE of which little is known may well deliver this: more than any of alternating current does (43 kW), in W. */
    static final BigDecimal ORDINARY = BigDecimal.valueOf(50_000);
    /** What a register that begins at 0 may do on no other word than its own: a socket of 22 kW, in W. */
    static final BigDecimal FROM_ZERO = BigDecimal.valueOf(25_000);
    /** What an EVSE of which nothing at all is known may deliver, in W. One that can do more says so by its power. */
    static final BigDecimal UNKNOWN = BigDecimal.valueOf(400_000);
    /** So many readings of power tell what a session draws; fewer may all have been taken in its pauses. */
    static final int ENOUGH = 3;

    /** Power is read at moments, and may have been higher between them. */
    private static final BigDecimal ABOVE_READINGS = BigDecimal.TWO;
    /** Fast chargers begin with many times the power that they end with. */
    private static final BigDecimal ABOVE_SLOPES = BigDecimal.valueOf(8);
    /** Ratings are rounded, and are of the output. */
    private static final BigDecimal ABOVE_RATING = new BigDecimal("1.25");
    /** Clocks of meters and stations round, so even two readings of the same second may differ by what this long brings. */
    private static final Duration GRACE = Duration.ofSeconds(60);
    /** No station reads its meter more often, so readings that lie closer together say nothing about a slope. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final BigDecimal usualW;
    private final BigDecimal fromZeroW;
    private final BigDecimal rolloverW;

    /**
     * @param peakW   the highest power that readings have shown, of the session or earlier of its EVSE, in W; 0: none
     * @param samples how many readings of this session show power
     * @param ratedW  what the device model says that the EVSE can deliver; null: nothing
     */
    record Known(BigDecimal peakW, int samples, @Nullable BigDecimal ratedW) {
        static final Known NOTHING = new Known(BigDecimal.ZERO, 0, null);
    }

    /**
     * @param mostW  more than this no EVSE of the installation delivers
     * @param points readings of the session in the order of time, without its start and stop
     */
    Deliverable(BigDecimal mostW, Known known, List<RegisterPoint> points) {
        BigDecimal shown = known.peakW().multiply(ABOVE_READINGS);
        BigDecimal slope = usualSlope(points);
        BigDecimal steep = slope.multiply(ABOVE_SLOPES).min(UNKNOWN);
        boolean nothing = shown.signum() == 0 && slope.signum() == 0;
        BigDecimal most = known.ratedW() == null
                ? mostW
                : mostW.min(known.ratedW().multiply(ABOVE_RATING).max(shown));
        BigDecimal guess = ORDINARY.max(shown).max(steep);
        usualW = (known.samples() >= ENOUGH ? shown : nothing ? UNKNOWN : guess).min(most);
        BigDecimal seen = shown.max(slope.multiply(ABOVE_READINGS));
        fromZeroW = (known.samples() > 0 ? seen : FROM_ZERO.max(seen)).min(most);
        rolloverW = usualW.min(guess);
    }

    /** That of the upper quartile of all rises, so that neither pauses nor a single odd value decide. In W; 0: there is none. */
    private static BigDecimal usualSlope(List<RegisterPoint> points) {
        List<BigDecimal> slopes = IntStream.range(1, points.size())
                .filter(i -> points.get(i).wh().compareTo(points.get(i - 1).wh()) > 0)
                .mapToObj(i -> slope(points.get(i - 1), points.get(i)))
                .sorted()
                .toList();
        return slopes.isEmpty() ? BigDecimal.ZERO : slopes.get((slopes.size() - 1) * 3 / 4);
    }

    private static BigDecimal slope(RegisterPoint earlier, RegisterPoint later) {
        long millis = Math.max(
                SHORTEST.toMillis(), Duration.between(earlier.at(), later.at()).toMillis());
        return later.wh()
                .subtract(earlier.wh())
                .multiply(MILLIS_PER_HOUR)
                .divide(BigDecimal.valueOf(millis), MathContext.DECIMAL64);
    }

    /** @return in W, of an energy in Wh; never more than it was, because times are only that exact */
    static BigDecimal averageW(BigDecimal wh, Instant from, Instant to) {
        return wh.multiply(MILLIS_PER_HOUR).divide(BigDecimal.valueOf(millis(from, to)), MathContext.DECIMAL64);
    }

    private static long millis(Instant earlier, Instant later) {
        Duration passed = Duration.between(earlier, later);
        return (passed.isNegative() ? Duration.ZERO : passed).plus(GRACE).toMillis();
    }

    /** Whether a register can show the later value after the earlier one, which may be higher by a tolerance in Wh. */
    boolean follows(RegisterPoint earlier, RegisterPoint later, BigDecimal tolerance) {
        return follows(earlier, later, tolerance, usualW);
    }

    /** The same where the earlier value is a 0 that may be none of the register. */
    boolean followsZero(RegisterPoint zero, RegisterPoint later) {
        return follows(zero, later, BigDecimal.ZERO, fromZeroW);
    }

    /** Whether so much can have been delivered, where a register came to its end in between. */
    boolean isWayAcross(BigDecimal wh, RegisterPoint earlier, RegisterPoint later) {
        return wh.compareTo(energy(rolloverW, earlier, later)) <= 0;
    }

    static boolean follows(RegisterPoint earlier, RegisterPoint later, BigDecimal tolerance, BigDecimal watts) {
        BigDecimal rise = later.wh().subtract(earlier.wh());
        return rise.compareTo(tolerance.negate()) >= 0 && rise.compareTo(energy(watts, earlier, later)) <= 0;
    }

    /** With room for the steps in which registers are shown. */
    private static BigDecimal energy(BigDecimal watts, RegisterPoint earlier, RegisterPoint later) {
        return watts.multiply(BigDecimal.valueOf(millis(earlier.at(), later.at())))
                .divide(MILLIS_PER_HOUR, MathContext.DECIMAL64)
                .add(RegisterPoint.COARSE);
    }

    /**
     * What a session that runs may deliver without a closer look, in W.
     *
     * @param average so far; 0: none yet
     * @param told    whether the reading at hand shows power itself
     */
    static BigDecimal atOnce(BigDecimal mostW, BigDecimal peakW, BigDecimal average, boolean told) {
        BigDecimal shown = peakW.multiply(ABOVE_READINGS);
        return (told
                        ? shown
                        : ORDINARY.max(shown).max(average.multiply(ABOVE_SLOPES).min(UNKNOWN)))
                .min(mostW);
    }
}

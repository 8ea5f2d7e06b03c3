package org.ohmstead.pricing.charge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Numbers that are divided: with 34 digits, and without what a division leaves at their end. */
public final class Exact {
    /** More than any quantity or price has of its own, and less than what divisions are off by. */
    private static final int DIGITS = 18;

    private Exact() {}

    public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    /** A third of 3 is 1 again. */
    public static BigDecimal settled(BigDecimal value) {
        return value.scale() <= DIGITS ? value : value.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /** In s, to the nanosecond; negative: the second one is the earlier. */
    public static BigDecimal seconds(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return BigDecimal.valueOf(between.getSeconds()).add(BigDecimal.valueOf(between.getNano(), 9));
    }

    /** A moment so many s later. */
    public static Instant after(Instant from, BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.HALF_UP);
        return from.plusSeconds(whole.longValueExact()).plusNanos(nanos.longValueExact());
    }
}

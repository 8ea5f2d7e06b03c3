package org.ohmstead.pricing.tariff;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From, and up to but without.
 *
 * @param min null: from anywhere
 * @param max null: up to anywhere
 */
public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    public static final Range ANY = new Range(null, null);

    public boolean holds(BigDecimal value) {
        return isFrom(value) && isBelow(value);
    }

    /** Whether a value is not below the least. */
    public boolean isFrom(BigDecimal value) {
        return min == null || value.compareTo(min) >= 0;
    }

    /** Whether a value is below the end. */
    public boolean isBelow(BigDecimal value) {
        return max == null || value.compareTo(max) < 0;
    }

    /** Where something changes. */
    public Stream<BigDecimal> ends() {
        return Stream.concat(Stream.ofNullable(min), Stream.ofNullable(max));
    }

    public boolean isAny() {
        return equals(ANY);
    }

    /** Whether it is only for values below zero: what flows back into the grid. */
    public boolean isNegative() {
        return max != null && max.signum() <= 0;
    }
}

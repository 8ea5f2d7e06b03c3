package org.ohmstead.ocpp.codec.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of decimals that others wrote. It looks before it computes: reading digits costs the square of their count,
 * and whoever rounds or prints {@code 1e2147483647} fills the memory.
 */
public final class Decimals {
    /** The most that a number may have: more than any quantity, and more than a double can tell apart. */
    public static final int MOST_CHARACTERS = 400;

    /** Beyond every double. */
    public static final int LARGEST_EXPONENT = 400;

    private Decimals() {}

    /**
     * @param text a number as JSON and Java write it; blanks around it do not matter
     * @return null: no number, or one with more digits or a larger exponent than anything that is measured
     */
    public static @Nullable BigDecimal read(String text) {
        BigDecimal number = text.length() > 2 * MOST_CHARACTERS ? null : parse(text.strip());
        return number == null || !isSane(number) ? null : number;
    }

    private static @Nullable BigDecimal parse(String plain) {
        if (plain.isEmpty() || plain.length() > MOST_CHARACTERS) {
            return null;
        }
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** Whether it may be computed with. */
    public static boolean isSane(BigDecimal number) {
        // No Math.abs, which of the least int is negative.
        return number.scale() >= -LARGEST_EXPONENT && number.scale() <= LARGEST_EXPONENT;
    }
}

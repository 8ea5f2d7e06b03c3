package org.ohmstead.pricing.charge;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Between what something was in a part of a charge.
 *
 * @param least null: nobody knows, unless the most is known
 * @param most  null: nobody knows, unless the least is known
 */
public record Span(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    public static final Span UNKNOWN = new Span(null, null);
    public static final Span ZERO = of(BigDecimal.ZERO);

    /** The same all the time; null: unknown. */
    public static Span of(@Nullable BigDecimal value) {
        return new Span(value, value);
    }

    /** The least, or what comes nearest to it of what is known. */
    public @Nullable BigDecimal low() {
        return least == null ? most : least;
    }

    /** The most, or what comes nearest to it of what is known. */
    public @Nullable BigDecimal high() {
        return most == null ? least : most;
    }

    public boolean isKnown() {
        return least != null || most != null;
    }
}

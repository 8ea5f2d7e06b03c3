package org.ohmstead.smartcharging.schedule;

import org.jspecify.annotations.Nullable;

/**
 * What a period allows and asks for, in one unit.
 *
 * @param limit     the most to charge with, 0 or more; null: as much as there is
 * @param discharge the most to discharge with, 0 or less; null: nothing is said
 * @param setpoint  to be held, negative to discharge; null: none
 */
public record Rates(
        @Nullable Rate limit,
        @Nullable Rate discharge,
        @Nullable Rate setpoint) {
    /** Nothing is said: hardware alone limits. */
    public static final Rates NONE = new Rates(null, null, null);

    public static Rates limit(Rate limit) {
        return new Rates(limit, null, null);
    }

    Rates convert(RateUnit from, RateUnit to, Supply supply, int phases) {
        return new Rates(
                convert(limit, from, to, supply, phases),
                convert(discharge, from, to, supply, phases),
                convert(setpoint, from, to, supply, phases));
    }

    private static @Nullable Rate convert(@Nullable Rate rate, RateUnit from, RateUnit to, Supply supply, int phases) {
        return rate == null ? null : rate.convert(from, to, supply, phases);
    }

    /** Capped by the other one; its setpoint stays, as yet unbounded. */
    Rates cappedBy(Rates cap, RateUnit unit) {
        return new Rates(least(limit, cap.limit, unit), nearest(discharge, cap.discharge, unit), setpoint);
    }

    /** The setpoint brought between both limits (K08.FR.08, V2X.03). */
    public Rates clamped(RateUnit unit) {
        if (setpoint == null) {
            return this;
        }
        Rate bounded = limit == null ? setpoint : setpoint.least(limit, unit);
        return new Rates(limit, discharge, discharge == null ? bounded : bounded.greatest(discharge, unit));
    }

    /** With what is made on the spot on top (K27). Where nothing limits, nothing is added. */
    Rates plus(@Nullable Rate generated, RateUnit unit) {
        return generated == null || limit == null ? this : new Rates(limit.plus(generated, unit), discharge, setpoint);
    }

    Rates withSetpoint(@Nullable Rate other) {
        return new Rates(limit, discharge, other);
    }

    private static @Nullable Rate least(@Nullable Rate one, @Nullable Rate other, RateUnit unit) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.least(other, unit);
    }

    /** Limits of discharging are negative: the one nearest to 0 is the strictest. */
    private static @Nullable Rate nearest(@Nullable Rate one, @Nullable Rate other, RateUnit unit) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.greatest(other, unit);
    }
}

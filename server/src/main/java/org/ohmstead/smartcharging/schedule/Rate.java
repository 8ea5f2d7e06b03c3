package org.ohmstead.smartcharging.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A current or a power, of one unit that stands beside it.
 *
 * @param value without the others: the current of each phase, or the power of all; with them: of L1 alone (behaviour 7.4)
 * @param l2    of L2; null: it has none of its own, or is not used
 * @param l3    of L3
 */
public record Rate(
        BigDecimal value, @Nullable BigDecimal l2, @Nullable BigDecimal l3) {
    /** Numbers that are equal are the same rate, however many zeros they end with. */
    public Rate {
        value = plain(value);
        l2 = l2 == null ? null : plain(l2);
        l3 = l3 == null ? null : plain(l3);
    }

    public static Rate of(BigDecimal value) {
        return new Rate(value, null, null);
    }

    public static Rate of(String value) {
        return of(new BigDecimal(value));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Whether phases have values of their own. */
    public boolean isPerPhase() {
        return l2 != null || l3 != null;
    }

    /** In the other unit. */
    public Rate convert(RateUnit from, RateUnit to, Supply supply, int phases) {
        if (from == to) {
            return this;
        }
        int counted = isPerPhase() ? 1 : phases;
        return map(each -> supply.convert(each, from, to, counted));
    }

    /** The lower of both, phase by phase. */
    public Rate least(Rate other, RateUnit unit) {
        return bounded(other, unit, BigDecimal::min);
    }

    /** The higher of both, phase by phase. */
    public Rate greatest(Rate other, RateUnit unit) {
        return bounded(other, unit, BigDecimal::max);
    }

    private Rate bounded(Rate other, RateUnit unit, BinaryOperator<BigDecimal> better) {
        if (!isPerPhase() && !other.isPerPhase()) {
            return of(better.apply(value, other.value));
        }
        if (!isPerPhase()) {
            return other.bounded(this, unit, better);
        }
        if (!other.isPerPhase()
                && unit == RateUnit.WATT
                && better.apply(sum(), other.value).compareTo(sum()) == 0) {
            return this;
        }
        Rate wide = other.isPerPhase() ? other : other.spread(this, unit);
        return new Rate(better.apply(value, wide.value), both(l2, wide.l2, better), both(l3, wide.l3, better));
    }

    /** A phase that one of both does not name is bounded by the other alone. */
    private static @Nullable BigDecimal both(
            @Nullable BigDecimal one, @Nullable BigDecimal other, BinaryOperator<BigDecimal> better) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return better.apply(one, other);
    }

    /** Both together. */
    public Rate plus(Rate other, RateUnit unit) {
        if (!isPerPhase() && !other.isPerPhase()) {
            return of(value.add(other.value));
        }
        if (!isPerPhase()) {
            return other.plus(this, unit);
        }
        Rate wide = other.isPerPhase() ? other : other.spread(this, unit);
        return new Rate(value.add(wide.value), both(l2, wide.l2, BigDecimal::add), both(l3, wide.l3, BigDecimal::add));
    }

    /** As one number: the power of all phases, or the current of the one that carries most. */
    public Rate whole(RateUnit unit) {
        return switch (unit) {
            case WATT -> of(sum());
            case AMPERE ->
                of(Stream.of(value, l2, l3)
                        .filter(Objects::nonNull)
                        .reduce(value, (one, other) -> one.abs().compareTo(other.abs()) < 0 ? other : one));
        };
    }

    /** On the phases that the other one names. */
    private Rate spread(Rate like, RateUnit unit) {
        BigDecimal each =
                switch (unit) {
                    case AMPERE -> value;
                    case WATT -> value.divide(BigDecimal.valueOf(like.named()), Supply.DECIMALS, RoundingMode.DOWN);
                };
        return new Rate(each, like.l2 == null ? null : each, like.l3 == null ? null : each);
    }

    private int named() {
        return 1 + (l2 == null ? 0 : 1) + (l3 == null ? 0 : 1);
    }

    private BigDecimal sum() {
        return Stream.of(l2, l3).filter(Objects::nonNull).reduce(value, BigDecimal::add);
    }

    Rate map(UnaryOperator<BigDecimal> change) {
        return new Rate(
                change.apply(value), l2 == null ? null : change.apply(l2), l3 == null ? null : change.apply(l3));
    }
}

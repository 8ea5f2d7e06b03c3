package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.Span;
import org.ohmstead.pricing.tariff.Range;
import org.ohmstead.pricing.tariff.Restrictions;

/**
 * What restrictions are held against.
 *
 * @param local   the time on the wall at the place
 * @param elapsed s since the session, or the reservation, began
 * @param kwh     drawn until then
 * @param parked  s parked until then
 */
record Moment(LocalDateTime local, BigDecimal elapsed, BigDecimal kwh, BigDecimal parked, Span current, Span power) {
    boolean holds(Restrictions restrictions) {
        return restrictions.time().holds(local.toLocalTime())
                && restrictions.dates().holds(local.toLocalDate())
                && (restrictions.days().isEmpty() || restrictions.days().contains(local.getDayOfWeek()))
                && restrictions.kwh().holds(kwh)
                && restrictions.duration().holds(elapsed)
                && restrictions.parking().holds(parked)
                && holds(restrictions.current(), current)
                && holds(restrictions.power(), power);
    }

    /** Of what moved between two values the least must reach, and the most stay below. What nobody knows holds nothing. */
    private static boolean holds(Range range, Span span) {
        return range.isAny() || (known(span.low(), range::isFrom) && known(span.high(), range::isBelow));
    }

    private static boolean known(@Nullable BigDecimal value, Predicate<BigDecimal> test) {
        return value != null && test.test(value);
    }
}

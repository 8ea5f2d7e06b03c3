package org.ohmstead.pricing.tariff;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an element counts: all of it must hold, moment by moment.
 *
 * @param days        of the week, by the local date of the moment; empty: all
 * @param kwh         drawn since the session began
 * @param current     in A, the sum over all phases, at the moment
 * @param power       in kW, at the moment; negative: back into the grid
 * @param duration    in s since the session, or the reservation, began
 * @param parking     in s that the vehicle has been parked in this session; ours, OCPI has no such restriction
 * @param reservation null: it is for sessions; else for reservations alone
 */
public record Restrictions(
        TimeOfDay time,
        Dates dates,
        Set<DayOfWeek> days,
        Range kwh,
        Range current,
        Range power,
        Range duration,
        Range parking,
        @Nullable ReservationKind reservation) {
    public static final Restrictions NONE = new Restrictions(
            TimeOfDay.ALWAYS, Dates.ALWAYS, Set.of(), Range.ANY, Range.ANY, Range.ANY, Range.ANY, Range.ANY, null);

    public Restrictions {
        days = Set.copyOf(days);
    }

    /** Nothing but how long the vehicle has been parked. */
    public static Restrictions parked(Range seconds) {
        return new Restrictions(
                TimeOfDay.ALWAYS, Dates.ALWAYS, Set.of(), Range.ANY, Range.ANY, Range.ANY, Range.ANY, seconds, null);
    }

    /** Whether it speaks of what flows back into the grid, so that its price is credited. */
    public boolean isOfFeedingBack() {
        return power.isNegative() || current.isNegative();
    }

    /** Whether something changes by the clock on the wall. */
    public boolean isOfTheCalendar() {
        return !time.equals(TimeOfDay.ALWAYS) || !dates.equals(Dates.ALWAYS) || !days.isEmpty();
    }
}

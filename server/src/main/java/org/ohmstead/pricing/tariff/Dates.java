package org.ohmstead.pricing.tariff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendar, in local time.
 *
 * @param start the first one; null: any
 * @param end   the first that is no more of them; null: none
 */
public record Dates(@Nullable LocalDate start, @Nullable LocalDate end) {
    public static final Dates ALWAYS = new Dates(null, null);

    public boolean holds(LocalDate date) {
        return (start == null || !date.isBefore(start)) && (end == null || date.isBefore(end));
    }
}

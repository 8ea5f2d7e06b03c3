package org.ohmstead.smartcharging.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits over time.
 *
 * @param id         by which an EV says which one it chose; 0 where there is but one
 * @param unit       of all its rates
 * @param start      its zero; null: the kind of the profile says what is
 * @param length     after which nothing of it holds; null: its last period has no end
 * @param localTime  whether the clock on the wall at the station counts, and the offset of the start does not (K01.FR.90)
 * @param limitAtSoc null: none
 * @param periods    ascending, whatever the order that they come in
 */
public record Schedule(
        int id,
        RateUnit unit,
        @Nullable Instant start,
        @Nullable Duration length,
        boolean localTime,
        @Nullable LimitAtSoc limitAtSoc,
        List<Period> periods) {
    public Schedule {
        // stations report them in disorder, too; here each lasts to the next
        periods = periods.stream().sorted(Comparator.comparing(Period::start)).toList();
    }
}

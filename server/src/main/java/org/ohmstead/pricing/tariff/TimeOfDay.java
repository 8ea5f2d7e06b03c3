package org.ohmstead.pricing.tariff;

import java.time.LocalTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of each day, in local time: from, and up to but without. An end before the start lies on the next day, and an end of 00:00 is
 * the end of the day. Start and end that are equal are no time at all.
 *
 * @param start null: from midnight
 * @param end   null: to midnight
 */
public record TimeOfDay(@Nullable LocalTime start, @Nullable LocalTime end) {
    public static final TimeOfDay ALWAYS = new TimeOfDay(null, null);

    public boolean holds(LocalTime time) {
        boolean begun = start == null || !time.isBefore(start);
        boolean before = end == null || isMidnight(end) || time.isBefore(end);
        return wraps() ? begun || before : begun && before;
    }

    /** Where something changes, beside midnight. */
    public Stream<LocalTime> ends() {
        return Stream.concat(Stream.ofNullable(start), Stream.ofNullable(end));
    }

    private static boolean isMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT);
    }

    private boolean wraps() {
        return start != null && end != null && !isMidnight(end) && end.isBefore(start);
    }
}

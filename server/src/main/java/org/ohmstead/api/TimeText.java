package org.ohmstead.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as the API takes them: ISO 8601 with a zone, and of a year that every database can hold. */
public final class TimeText {
    private static final int LAST_YEAR = 9999;

    private TimeText() {}

    /** @throws DateTimeException when it is none, or not of the years 0 to 9999 */
    public static Instant parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("The year is " + time.getYear() + "; allowed are 0 to " + LAST_YEAR);
        }
        return time.toInstant();
    }
}

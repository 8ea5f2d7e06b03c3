package org.ohmstead.db;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * An instant as jOOQ writes it into SQLite, which has no type for it: {@code 2026-01-31 09:05:00.25+00:00}. Without
 * trailing zeros, because then the texts sort as the instants do: {@code +} comes before every digit and the point.
 */
final class SqliteTime {
    private static final String UTC = "+00:00";
    private static final DateTimeFormatter ODD_YEARS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private SqliteTime() {}

    /** By hand, because every row has several of them and a formatter takes ten times as long. */
    static String text(Instant at) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(35);
        int year = time.getYear();
        if (year < 0 || year > 9999) {
            return ODD_YEARS.format(time) + UTC; // stations have sent such, and their word is kept
        }
        two(two(text, year / 100), year % 100).append('-');
        two(text, time.getMonthValue()).append('-');
        two(text, time.getDayOfMonth()).append(' ');
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond());
        if (time.getNano() != 0) {
            fraction(text.append('.'), time.getNano());
        }
        return text.append(UTC).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void fraction(StringBuilder text, int nanos) {
        int rest = nanos;
        for (int unit = 100_000_000; rest > 0; unit /= 10) {
            text.append((char) ('0' + rest / unit));
            rest %= unit;
        }
    }

    static Instant parse(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    }
}

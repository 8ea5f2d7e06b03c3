package org.ohmstead.db;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * An instant as jOOQ writes it into SQLite, which has no type for it: {@code 2026-01-31 09:05:00.25+00:00}. Without
 * trailing zeros, because then the texts sort as the instants do: {@code +} comes before every digit and the point.
 */
final class SqliteTime {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral("+00:00")
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private SqliteTime() {}

    static String text(Instant at) {
        return FORMAT.format(at);
    }
}

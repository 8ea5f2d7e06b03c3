package org.ohmstead.ocpp.codec.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a careless sender means (field notes 60 to 62): without a zone, with {@code +03} or {@code +0300}, a blank
 * for the T, small letters, no seconds, a comma before the fraction, no time at all; or seconds or milliseconds since 1970.
 */
final class TimestampGuess {
    /** Below it a number counts seconds (to the year 5138), above it milliseconds. */
    private static final BigDecimal FIRST_MILLISECONDS = new BigDecimal("100000000000");

    private static final BigDecimal END_OF_TIME = new BigDecimal("253402300800000");
    private static final int SHORTEST_EPOCH_TEXT = 9;

    private final String text;
    private final ZoneId zone;
    private int at;

    TimestampGuess(String text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
    }

    @Nullable
    Instant moment() {
        BigDecimal number = Decimals.read(text);
        return number == null ? calendar() : epoch(number);
    }

    private @Nullable Instant epoch(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(END_OF_TIME) >= 0) {
            return null;
        }
        if (number.signum() > 0 && text.length() < SHORTEST_EPOCH_TEXT) {
            return null; // a date without hyphens, an uptime, anything
        }
        BigDecimal millis = number.compareTo(FIRST_MILLISECONDS) < 0 ? number.movePointRight(3) : number;
        return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.DOWN).longValueExact());
    }

    private @Nullable Instant calendar() {
        int year = number(4);
        int month = skip('-') || skip('/') ? number(2) : -1;
        int day = skip('-') || skip('/') ? number(2) : -1;
        if (!Timestamps.isDay(year, month, day)) {
            return null;
        }
        long seconds = Timestamps.epochDay(year, month, day) * 86_400L;
        if (at == text.length()) {
            return zoned(seconds, 0);
        }
        int hour = skip('T') || skip('t') || skip(' ') || skip('_') ? number(2) : -1;
        int minute = skip(':') ? number(2) : -1;
        int second = skip(':') ? number(2) : 0;
        long time = hour * 3600L + minute * 60L + second;
        if (hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 60 || time > 86_400) {
            return null;
        }
        return zoned(seconds + time, fraction());
    }

    private int fraction() {
        if (!skip('.') && !skip(',')) {
            return 0;
        }
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return Timestamps.nanos(text, start, at);
    }

    private @Nullable Instant zoned(long seconds, int nanos) {
        while (skip(' ')) {
            // some set the zone apart
        }
        String rest = text.substring(at);
        if (rest.isEmpty()) {
            return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC)
                    .atZone(zone)
                    .toInstant();
        }
        if (rest.equalsIgnoreCase("Z") || rest.equalsIgnoreCase("UTC") || rest.equalsIgnoreCase("GMT")) {
            return Instant.ofEpochSecond(seconds, nanos);
        }
        boolean west = skip('-');
        if (!west && !skip('+')) {
            return null;
        }
        int hours = number(2);
        boolean separated = skip(':');
        int minutes = at == text.length() && !separated ? 0 : number(2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || at != text.length()) {
            return null;
        }
        int offset = hours * 3600 + minutes * 60;
        return Instant.ofEpochSecond(west ? seconds + offset : seconds - offset, nanos);
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** The next digits of exactly this width, or -1. */
    private int number(int width) {
        if (at + width > text.length()) {
            return -1;
        }
        int number = Timestamps.digits(text, at, at + width);
        at += width;
        return number;
    }
}

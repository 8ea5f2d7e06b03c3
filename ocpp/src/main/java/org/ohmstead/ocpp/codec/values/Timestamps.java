package org.ohmstead.ocpp.codec.values;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/** Moments as text: RFC 3339 as the schemas demand it; what else stations send is left to {@link TimestampGuess}. */
public final class Timestamps {
    private static final int LONGEST_YEAR = 9999;
    private static final int DAY_SECONDS = 86_400;
    private static final int SHORTEST = "2025-01-01T00:00:00Z".length();
    private static final int FRACTION_AT = "2025-01-01T00:00:00".length();

    private Timestamps() {}

    /** What RFC 3339 allows, with capital T and Z; null for everything else. More than nine digits of a fraction are cut. */
    public static @Nullable Instant parse(String text) {
        if (text.length() < SHORTEST
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (!isDay(year, month, day) || !within(hour, 23) || !within(minute, 59) || !within(second, 60)) {
            return null;
        }
        int zoneAt = endOfFraction(text);
        int offset = zoneAt < 0 ? Integer.MIN_VALUE : offset(text, zoneAt);
        if (offset == Integer.MIN_VALUE) {
            return null;
        }
        long seconds = epochDay(year, month, day) * DAY_SECONDS + hour * 3600L + minute * 60L + second - offset;
        if (second == 60 && Math.floorMod(seconds, DAY_SECONDS) != 0) {
            return null; // a leap second ends a day in UTC
        }
        return Instant.ofEpochSecond(seconds, nanos(text, FRACTION_AT + 1, zoneAt));
    }

    /** What a text or a number of a careless sender means, or null; {@code zone} where it names none. */
    public static @Nullable Instant guess(String text, ZoneId zone) {
        return new TimestampGuess(text.strip(), zone).moment();
    }

    /** Whether its year has four digits, as RFC 3339 wants. */
    public static boolean isWritable(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= LONGEST_YEAR;
    }

    /** With Z, and with three digits of a fraction or none, because some stations read a fixed width (field note 62). */
    public static String write(Instant moment) {
        if (!isWritable(moment)) {
            return moment.toString();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24);
        append(text, time.getYear(), 4).append('-');
        append(text, time.getMonthValue(), 2).append('-');
        append(text, time.getDayOfMonth(), 2).append('T');
        append(text, time.getHour(), 2).append(':');
        append(text, time.getMinute(), 2).append(':');
        append(text, time.getSecond(), 2);
        int millis = time.getNano() / 1_000_000;
        if (millis != 0) {
            append(text.append('.'), millis, 3);
        }
        return text.append('Z').toString();
    }

    private static StringBuilder append(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.repeat('0', width - digits.length()).append(digits);
    }

    /** The number that stands from start to end, or -1 where not all are ASCII digits. */
    static int digits(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }

    static boolean isDay(int year, int month, int day) {
        return year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    static long epochDay(int year, int month, int day) {
        return YearMonth.of(year, month).atDay(day).toEpochDay();
    }

    private static boolean within(int number, int most) {
        return number >= 0 && number <= most;
    }

    /** Where the zone begins; -1 for a fraction without digits or a text that ends before. */
    private static int endOfFraction(String text) {
        if (text.charAt(FRACTION_AT) != '.') {
            return FRACTION_AT;
        }
        int at = FRACTION_AT + 1;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == FRACTION_AT + 1 || at == text.length() ? -1 : at;
    }

    /** The first nine digits of a fraction as nanoseconds. */
    static int nanos(String text, int start, int end) {
        int nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (start + i < end ? text.charAt(start + i) - '0' : 0);
        }
        return nanos;
    }

    /** The seconds of a zone: {@code Z} or {@code +hh:mm}, and nothing behind it. {@link Integer#MIN_VALUE}: neither. */
    private static int offset(String text, int at) {
        char sign = text.charAt(at);
        if (sign == 'Z' && text.length() == at + 1) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || text.length() != at + 6 || text.charAt(at + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = digits(text, at + 1, at + 3);
        int minutes = digits(text, at + 4, at + 6);
        if (!within(hours, 23) || !within(minutes, 59)) {
            return Integer.MIN_VALUE;
        }
        return (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    }
}

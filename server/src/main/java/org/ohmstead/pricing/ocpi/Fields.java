package org.ohmstead.pricing.ocpi;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;

/** Fields of JSON, each with its place in it: {@code tariff.elements[0].price_components[1].price}. */
public final class Fields {
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern WITHOUT_ZONE = Pattern.compile("[^Zz+]*T[^Zz+-]*");

    /** So that a number of few letters is no work of hours: 1e999999999. */
    private static final int MOST_DIGITS = 12;

    private Fields() {}

    public static <T> T required(String path, @Nullable T value) {
        if (value == null) {
            throw Refused.invalid(path, path + " is missing.");
        }
        return value;
    }

    /** A list of at least one. */
    static <T> List<T> some(String path, @Nullable List<T> values, int most) {
        List<T> all = required(path, values);
        if (all.isEmpty() || all.size() > most) {
            throw Refused.invalid(path, path + " has " + all.size() + " entries; allowed are 1 to " + most + ".");
        }
        return all;
    }

    /** A number of reasonable size. */
    public static @Nullable BigDecimal number(String path, @Nullable BigDecimal value) {
        if (value != null && (value.scale() > MOST_DIGITS || (long) value.precision() - value.scale() > MOST_DIGITS)) {
            throw Refused.invalid(
                    path,
                    path + " has too many digits; allowed are " + MOST_DIGITS + " before and " + MOST_DIGITS
                            + " behind the point.");
        }
        return value;
    }

    /** A number that is not negative. */
    public static @Nullable BigDecimal amount(String path, @Nullable BigDecimal value) {
        BigDecimal amount = number(path, value);
        if (amount != null && amount.signum() < 0) {
            throw Refused.invalid(path, path + " is " + amount + "; allowed are 0 and more.");
        }
        return amount;
    }

    /** A percentage. */
    public static @Nullable BigDecimal percent(String path, @Nullable BigDecimal value) {
        BigDecimal percent = amount(path, value);
        if (percent != null && percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw Refused.invalid(path, path + " is " + percent + "; allowed are 0 to 100.");
        }
        return percent;
    }

    /** A whole number that is not negative. */
    public static @Nullable Integer count(String path, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw Refused.invalid(path, path + " is " + value + "; allowed are 0 and more.");
        }
        return value;
    }

    static @Nullable BigDecimal seconds(String path, @Nullable Integer value) {
        Integer seconds = count(path, value);
        return seconds == null ? null : BigDecimal.valueOf(seconds);
    }

    /** A currency that has money. */
    public static Currency currency(String path, @Nullable String code) {
        String wanted = required(path, code);
        try {
            Currency currency = Currency.getInstance(wanted);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException none) {
            throw noCurrency(path, wanted);
        }
        throw noCurrency(path, wanted);
    }

    private static Refused noCurrency(String path, String code) {
        return Refused.invalid(
                path, path + " is '" + code + "'; allowed is a currency by ISO 4217, such as EUR or UZS.");
    }

    /** OCPI's times are those of UTC, with or without a Z. */
    static @Nullable Instant instant(String path, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return TimeText.parse(WITHOUT_ZONE.matcher(text).matches() ? text + "Z" : text);
        } catch (DateTimeException e) {
            throw Refused.invalid(path, path + " is '" + text + "'; allowed is a time such as 2026-01-31T12:00:00Z.");
        }
    }

    static @Nullable LocalTime timeOfDay(String path, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!TIME_OF_DAY.matcher(text).matches()) {
            throw Refused.invalid(path, path + " is '" + text + "'; allowed is 00:00 to 23:59.");
        }
        return LocalTime.parse(text);
    }

    static @Nullable LocalDate date(String path, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refused.invalid(path, path + " is '" + text + "'; allowed is a date such as 2026-01-31.");
        }
    }

    /** A time zone by its name. */
    public static ZoneId zone(String path, @Nullable String name) {
        String wanted = required(path, name);
        try {
            return ZoneId.of(wanted);
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    path,
                    path + " is '" + wanted + "'; allowed is the name of a time zone such as Asia/Tashkent or UTC.");
        }
    }
}

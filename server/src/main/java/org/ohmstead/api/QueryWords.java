package org.ohmstead.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What query parameters mean. Resources take them as text and read them here, so that a wrong one is refused by its name, with
 * what was found and what is allowed. An empty parameter is none.
 */
public final class QueryWords {
    private QueryWords() {}

    public static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A plus sign that was not percent-encoded arrives as a blank. */
    public static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return TimeText.parse(text.strip().replace(' ', '+'));
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    name,
                    name + " is '" + text
                            + "'; allowed is a time of ISO 8601 with its zone, such as 2026-05-01T12:00:00Z.");
        }
    }

    public static @Nullable Boolean flag(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.invalid(name, name + " is '" + text + "'; allowed are true and false.");
        };
    }

    public static @Nullable Long number(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Refused.invalid(name, name + " is '" + text + "'; allowed is a whole number.");
        }
    }

    /** A number of an EVSE; 0 is the station itself. */
    public static @Nullable Integer evse(@Nullable String text) {
        Long number = number("evse", text);
        if (number != null && (number < 0 || number > Integer.MAX_VALUE)) {
            throw Refused.invalid("evse", "evse is " + text + "; allowed is a whole number from 0.");
        }
        return number == null ? null : number.intValue();
    }

    /** A time zone; absent: UTC. */
    public static ZoneId zone(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ZoneId.of("UTC");
        }
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    "zone", "zone is '" + text + "'; allowed is the name of a time zone such as Europe/Berlin or UTC.");
        }
    }

    /** A constant of an enum, in any case. */
    public static <E extends Enum<E>> @Nullable E word(String name, Class<E> type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        name,
                        name + " is '" + text + "'; allowed is one of "
                                + Arrays.stream(constants)
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** @throws Refused invalid where a period ends before it begins, which would be an empty list without a word */
    public static void period(String fromName, @Nullable Instant from, String toName, @Nullable Instant to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refused.invalid(
                    toName,
                    toName + " is " + to + " and " + fromName + " is " + from + "; " + toName + " comes later.");
        }
    }
}

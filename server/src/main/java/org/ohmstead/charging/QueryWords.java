package org.ohmstead.charging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Problem;

/** Query parameters of this slice; a wrong one is named, with what is allowed. */
final class QueryWords {
    private QueryWords() {}

    /** Of a station or a session: those of all together are too many to be of any use. */
    static ReadingFilter readings(
            @Nullable String station,
            @Nullable String session,
            @Nullable String evse,
            @Nullable String from,
            @Nullable String to) {
        ReadingFilter filter = new ReadingFilter(
                text(station), number("session", session), evse(evse), time("from", from), time("to", to));
        if (filter.station() == null && filter.session() == null) {
            throw Problem.invalid("station", "station is missing; give the identity of a station, or a session.");
        }
        return filter;
    }

    /** An empty parameter is none. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid(
                    name,
                    name + " is '" + text
                            + "'; allowed is a time of ISO 8601 with its zone, such as 2026-05-01T12:00:00Z.");
        }
    }

    static @Nullable Integer evse(@Nullable String text) {
        Long number = number("evse", text);
        if (number != null && (number < 0 || number > Integer.MAX_VALUE)) {
            throw Problem.invalid("evse", "evse is " + text + "; allowed is a whole number from 0.");
        }
        return number == null ? null : number.intValue();
    }

    static @Nullable Long number(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid(name, name + " is '" + text + "'; allowed is a whole number.");
        }
    }

    static <E extends Enum<E>> @Nullable E word(String name, Class<E> type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        name,
                        name + " is '" + text + "'; allowed is one of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + "."));
    }
}

package org.ohmstead.app.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ohmstead.access.Networks;
import org.ohmstead.ocpp.codec.values.DurationText;

/** From text to the types that a setting may have, and what is allowed in words. */
final class Values {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*(b|kib|mib|)");

    private Values() {}

    /** Empty: the text is no value of this type. */
    static Optional<Object> parse(Class<?> type, String text) {
        String plain = text.strip();
        if (type == String.class) {
            return Optional.of(plain);
        } else if (type == List.class) {
            return Optional.of(Arrays.stream(plain.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList());
        } else if (type == Networks.class) {
            return Networks.of(plain).map(networks -> networks);
        } else if (type == int.class) {
            return plain.matches("-?\\d{1,9}") ? Optional.of(Integer.parseInt(plain)) : Optional.empty();
        } else if (type == boolean.class) {
            return bool(plain);
        } else if (type == Duration.class) {
            return duration(plain);
        } else if (type == Bytes.class) {
            return size(plain);
        }
        return Arrays.stream(type.getEnumConstants())
                .<Object>map(constant -> constant)
                .filter(constant -> Words.of((Enum<?>) constant).equals(plain.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** What the word that switches a setting off stands for. */
    static Object off(Class<?> type) {
        return type == Duration.class ? Duration.ZERO : type == Bytes.class ? Bytes.ZERO : (Object) 0;
    }

    static String describe(Class<?> type) {
        if (type == int.class) {
            return "a whole number";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == Duration.class) {
            return "a duration such as 30s, 5m, 1h or 7d";
        } else if (type == Bytes.class) {
            return "a size such as 512KiB or 1MiB";
        } else if (type == Networks.class) {
            return "addresses and networks such as 10.0.0.0/8 or ::1 with commas between them";
        } else if (type == List.class) {
            return "words with commas between them";
        } else if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Words.of((Enum<?>) constant))
                            .collect(Collectors.joining(", "));
        }
        return "text";
    }

    /** Smaller than zero when a comes before b. Both of the same type, which has an order. */
    static int compare(Object a, Object b) {
        return switch (a) {
            case Duration duration -> duration.compareTo((Duration) b);
            case Bytes bytes -> Integer.compare(bytes.count(), ((Bytes) b).count());
            default -> Integer.compare((Integer) a, (Integer) b);
        };
    }

    private static Optional<Object> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> duration(String text) {
        Optional<Duration> words = DurationText.parse(text);
        if (words.isPresent()) {
            return Optional.of(words.get());
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> size(String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = matcher.group(2).equals("mib") ? 1 << 20 : matcher.group(2).equals("kib") ? 1 << 10 : 1;
        long count = Long.parseLong(matcher.group(1)) * unit;
        return count > Integer.MAX_VALUE ? Optional.empty() : Optional.of(new Bytes((int) count));
    }
}

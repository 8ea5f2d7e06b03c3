package org.ohmstead.ocpp.codec.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them in settings, flags, scripts and requests: {@code 500ms}, {@code 1.5s}, {@code 10m}, {@code 2h}, {@code 7d}. */
public final class DurationText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,10}(?:\\.\\d{1,9})?)\\s*(ms|s|min|m|h|d)");

    private DurationText() {}

    /** In any case, rounded to milliseconds. @return empty: it is none, or has no unit */
    public static Optional<Duration> parse(String text) {
        Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Optional.empty();
        }
        long millis =
                switch (time.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    case "min", "m" -> 60_000;
                    case "h" -> 3_600_000;
                    default -> 86_400_000;
                };
        BigDecimal all = new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(millis));
        return Optional.of(
                Duration.ofMillis(all.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    /** The same, where a bare number is seconds. */
    public static Optional<Duration> parseOrSeconds(String text) {
        return parse(text).or(() -> parse(text + "s"));
    }
}

package org.ohmstead.simulator.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 500ms}, {@code 90s}, {@code 10m}, {@code 2h}; a bare number is seconds. */
public final class DurationText {
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h|)");

    private DurationText() {}

    /** Empty: it is none. */
    public static Optional<Duration> parse(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(time.group(1));
        double seconds =
                switch (time.group(2)) {
                    case "ms" -> number / 1000;
                    case "m", "min" -> number * 60;
                    case "h" -> number * 3600;
                    default -> number;
                };
        return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}

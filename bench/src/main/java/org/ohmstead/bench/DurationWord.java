package org.ohmstead.bench;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a soak is: 150s, 30m, 1h. */
final class DurationWord implements ITypeConverter<Duration> {
    /** It is looked at every ten seconds, and a quarter of that must be worth a median. */
    private static final Duration LEAST = Duration.ofMinutes(2);

    @Override
    public Duration convert(String word) {
        try {
            Duration duration = Duration.parse("PT" + word.toUpperCase(Locale.ROOT));
            if (duration.compareTo(LEAST) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + word + "' is no duration: write 150s, 30m or 1h");
        }
        throw new TypeConversionException("'" + word + "' is too short to see anything grow: 2m at least");
    }
}

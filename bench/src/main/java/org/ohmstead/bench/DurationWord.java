package org.ohmstead.bench;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads 90s, 30m, 1h. */
final class DurationWord implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String word) {
        try {
            Duration duration = Duration.parse("PT" + word.toUpperCase(Locale.ROOT));
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + word + "' is no duration: write 90s, 30m or 1h");
        }
        throw new TypeConversionException("'" + word + "' is not longer than nothing");
    }
}

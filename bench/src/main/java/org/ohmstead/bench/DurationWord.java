package org.ohmstead.bench;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a soak is: 150s, 30m, 1h. */
final class DurationWord implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String word) {
        try {
            return Duration.parse("PT" + word.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + word + "' is no duration: write 150s, 30m or 1h");
        }
    }
}

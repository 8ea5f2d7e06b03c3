package org.ohmstead.bench;

import java.time.Duration;
import org.ohmstead.ocpp.codec.values.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a soak is: 150s, 30m, 1h. */
final class DurationWord implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String word) {
        return DurationText.parse(word)
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is no duration: write 150s, 30m or 1h"));
    }
}

package org.ohmstead.ocpp.v2;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Required;

/**
 * Readings taken at one moment.
 *
 * @param sampledValue the readings
 * @param timestamp    moment of the reading; UTC
 */
public record MeterValue(
        @Required @Items(min = 1) @Nullable List<SampledValue> sampledValue,
        @Required @Nullable Instant timestamp,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public MeterValue(@Nullable List<SampledValue> sampledValue, @Nullable Instant timestamp) {
        this(sampledValue, timestamp, null);
    }
}

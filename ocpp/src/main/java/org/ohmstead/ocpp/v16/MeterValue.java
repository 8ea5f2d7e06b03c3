package org.ohmstead.ocpp.v16;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Required;

/**
 * Readings taken at one moment.
 *
 * @param timestamp    moment of the reading; UTC
 * @param sampledValue the readings; one at least by the text, but stations do send none
 */
public record MeterValue(
        @Required @Nullable Instant timestamp,
        @Required @Nullable List<SampledValue> sampledValue) {}

package org.ohmstead.ocpp.v16;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Required;

/** Meter Value. */
public record MeterValue(
        @Required @Nullable Instant timestamp,
        @Required @Nullable List<SampledValue> sampledValue) {}

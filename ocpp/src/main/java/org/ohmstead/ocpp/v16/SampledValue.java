package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Required;

/** Sampled Value. */
public record SampledValue(
        @Required @Nullable String value,
        @Nullable ReadingContext context,
        @Nullable ValueFormat format,
        @Nullable Measurand measurand,
        @Nullable Phase phase,
        @Nullable Location location,
        @Nullable Unit unit) {
    /** What the specification requires; the rest absent. */
    public SampledValue(@Nullable String value) {
        this(value, null, null, null, null, null, null);
    }
}

package org.ohmstead.ocpp.v2;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Decisive;
import org.ohmstead.ocpp.schema.Required;

/** Sampled Value. */
public record SampledValue(
        @Required @Nullable BigDecimal value,
        @Nullable ReadingContext context,
        @Decisive @Nullable Measurand measurand,
        @Decisive @Nullable Phase phase,
        @Decisive @Nullable Location location,
        @Nullable SignedMeterValue signedMeterValue,
        @Nullable UnitOfMeasure unitOfMeasure,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public SampledValue(
            @Nullable BigDecimal value,
            @Nullable ReadingContext context,
            @Nullable Measurand measurand,
            @Nullable Phase phase,
            @Nullable Location location,
            @Nullable SignedMeterValue signedMeterValue,
            @Nullable UnitOfMeasure unitOfMeasure) {
        this(value, context, measurand, phase, location, signedMeterValue, unitOfMeasure, null);
    }
    /** What the specification requires; the rest absent. */
    public SampledValue(@Nullable BigDecimal value) {
        this(value, null, null, null, null, null, null, null);
    }
}

package org.ohmstead.ocpp.v2;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Required;

/**
 * One reading with its qualifiers; each absent qualifier has a default. One that the schema does not know is null after a
 * lenient reading as well: who reads a value must look for it among the deviations, lest a number be taken for what it is not.
 *
 * @param value            number in the unit of measure, before its multiplier
 * @param context          why it was taken; absent: Sample.Periodic
 * @param measurand        what was measured; absent: Energy.Active.Import.Register
 * @param phase            conductor measured; absent: the total over all phases
 * @param location         where it was measured; absent: Outlet
 * @param signedMeterValue the same reading, signed by the meter
 * @param unitOfMeasure    unit and scale; absent: Wh, which suits energy only
 */
public record SampledValue(
        @Required @Nullable BigDecimal value,
        @Nullable ReadingContext context,
        @Nullable Measurand measurand,
        @Nullable Phase phase,
        @Nullable Location location,
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

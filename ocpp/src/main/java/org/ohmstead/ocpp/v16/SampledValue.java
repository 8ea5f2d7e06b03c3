package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.Required;

/**
 * One reading with its qualifiers; each absent qualifier has a default. One that the schema does not know is null after a
 * lenient reading as well: who reads a value must look for it among the deviations, lest a number be taken for what it is not.
 *
 * @param value     decimal number as text, or a signed block if the format says so
 * @param context   why it was taken; absent: Sample.Periodic
 * @param format    how to read the value; absent: Raw
 * @param measurand what was measured; absent: Energy.Active.Import.Register
 * @param phase     conductor measured; absent: the total over all phases
 * @param location  where it was measured; absent: Outlet
 * @param unit      unit of the value; absent: Wh, which suits energy only
 */
public record SampledValue(
        @Required @Nullable String value,
        @Nullable ReadingContext context,
        @Nullable ValueFormat format,
        @Nullable Measurand measurand,
        @Nullable Phase phase,
        @Nullable Location location,
        @OneOf(Unit.class) @Nullable String unit) {
    /** What the specification requires; the rest absent. */
    public SampledValue(@Nullable String value) {
        this(value, null, null, null, null, null, null);
    }
}

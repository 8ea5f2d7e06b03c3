package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Decisive;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.Required;

/**
 * One reading with its qualifiers; each absent qualifier has a default.
 *
 * @param value     decimal number as text, or a signed block if the format says so
 * @param context   why it was taken; absent: Sample.Periodic
 * @param format    absent: Raw
 * @param measurand absent: Energy.Active.Import.Register
 * @param phase     absent: the total over all phases
 * @param location  absent: Outlet
 * @param unit      absent: Wh, which suits energy only; also units that the schema does not know, such as Hertz
 */
public record SampledValue(
        @Required @Nullable String value,
        @Nullable ReadingContext context,
        @Nullable ValueFormat format,
        @Decisive @Nullable Measurand measurand,
        @Decisive @Nullable Phase phase,
        @Decisive @Nullable Location location,
        @OneOf(Unit.class) @Nullable String unit) {
    /** What the specification requires; the rest absent. */
    public SampledValue(@Nullable String value) {
        this(value, null, null, null, null, null, null);
    }
}

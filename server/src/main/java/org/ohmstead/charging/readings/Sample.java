package org.ohmstead.charging.readings;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One value of a meter with its qualifiers, in the station's own words: nothing is filled in and nothing is rounded. It is
 * kept like this for good; {@link MeterNormaliser} reads it.
 *
 * @param value      text of the number as it came, or a signed block where the format says so
 * @param context    why it was taken, such as {@code Transaction.Begin}
 * @param measurand  such as {@code Energy.Active.Import.Register}; words of vendors are kept as well
 * @param phase      such as {@code L1}; null: the total over all phases
 * @param location   such as {@code Outlet}
 * @param unit       such as {@code kWh}
 * @param multiplier 2.x: the value counts times ten to the power of this
 * @param format     1.6: {@code Raw} or {@code SignedData}
 * @param signed     2.x: the value once more, signed by the meter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sample(
        @Nullable String value,
        @Nullable String context,
        @Nullable String measurand,
        @Nullable String phase,
        @Nullable String location,
        @Nullable String unit,
        @Nullable Integer multiplier,
        @Nullable String format,
        @Nullable Signed signed) {

    /**
     * A value signed by its meter, byte for byte.
     *
     * @param data      the signed block, such as OCMF
     * @param method    how it was signed
     * @param encoding  how the block is written
     * @param publicKey that verifies it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signed(
            String data,
            @Nullable String method,
            @Nullable String encoding,
            @Nullable String publicKey) {}

    void write(CanonicalText text) {
        text.with("value", value)
                .with("context", context)
                .with("measurand", measurand)
                .with("phase", phase)
                .with("location", location)
                .with("unit", unit)
                .with("multiplier", multiplier)
                .with("format", format);
        if (signed != null) {
            text.with("signed", signed.data())
                    .with("method", signed.method())
                    .with("encoding", signed.encoding())
                    .with("publicKey", signed.publicKey());
        }
    }
}

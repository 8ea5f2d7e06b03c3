package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Since;

/**
 * A number as ISO 15118-20 writes it: value times a power of ten.
 *
 * @param exponent exponent of ten
 * @param value    value before scaling
 */
@Since(V21)
public record RationalNumber(
        int exponent, int value, @Nullable CustomData customData) {
    /** All but vendor data. */
    public RationalNumber(int exponent, int value) {
        this(exponent, value, null);
    }
}

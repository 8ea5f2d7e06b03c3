package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * A further identifier that goes with a token; its meaning is a matter of agreement.
 *
 * @param additionalIdToken the identifier; compared without regard to case
 * @param type              what kind it is; a receiver may ignore kinds that it does not know
 */
public record AdditionalInfo(
        @MaxLength(value = 255, v201 = 36) String additionalIdToken,
        @MaxLength(50) String type,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public AdditionalInfo(String additionalIdToken, String type) {
        this(additionalIdToken, type, null);
    }
}

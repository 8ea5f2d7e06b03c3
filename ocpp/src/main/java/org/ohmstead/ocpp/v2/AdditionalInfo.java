package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/** Additional Info. */
public record AdditionalInfo(
        @MaxLength(value = 255, v201 = 36) String additionalIdToken,
        @MaxLength(50) String type,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public AdditionalInfo(String additionalIdToken, String type) {
        this(additionalIdToken, type, null);
    }
}

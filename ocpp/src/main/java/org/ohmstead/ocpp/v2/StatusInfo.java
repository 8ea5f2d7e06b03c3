package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Why a status came about.
 *
 * @param reasonCode     standard code or one of the vendor; compared without regard to case
 * @param additionalInfo text for people
 */
public record StatusInfo(
        @MaxLength(20) String reasonCode,
        @MaxLength(value = 1024, v201 = 512) @Nullable String additionalInfo,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public StatusInfo(String reasonCode, @Nullable String additionalInfo) {
        this(reasonCode, additionalInfo, null);
    }
    /** What the specification requires; the rest absent. */
    public StatusInfo(String reasonCode) {
        this(reasonCode, null, null);
    }
}

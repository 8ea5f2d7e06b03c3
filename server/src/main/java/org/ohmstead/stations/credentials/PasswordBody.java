package org.ohmstead.stations.credentials;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A station's new password. */
public record PasswordBody(
        @Schema(description = "16 to 64 characters, or 40 hex digits for the 20 bytes of OCPP 1.6", required = true)
        @Nullable
        String password,

        @Schema(description = "Takes a shorter one, for a station whose password cannot be changed. Default: false")
        @Nullable
        Boolean allowShort) {
    @Override
    public String toString() {
        return "(hidden)";
    }
}

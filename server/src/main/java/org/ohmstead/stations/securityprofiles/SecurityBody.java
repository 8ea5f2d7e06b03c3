package org.ohmstead.stations.securityprofiles;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a station shall prove who it is. */
@Schema(name = "StationSecurityChange")
public record SecurityBody(
        @Schema(description = "0 to 3; null: as the setting station-auth says") @Nullable
        Integer profile,

        @Schema(
                description =
                        "Whether the profile may be lower than the one that it has or has come by. Default: false")
        @Nullable
        Boolean allowLower,

        @Schema(description = "Whether an expired certificate lets it in, to be renewed") @Nullable
        Boolean allowExpiredCertificate,

        @Schema(description = "null: the next certificate binds the station; nothing else can be set") @Nullable
        String certificateName) {

    static SecurityBody of(StationSecurity security) {
        return new SecurityBody(security.profile(), null, security.expiredAllowed(), security.certificateName());
    }

    SecurityProfiles.Decision decision() {
        return new SecurityProfiles.Decision(
                profile,
                Boolean.TRUE.equals(allowLower),
                Boolean.TRUE.equals(allowExpiredCertificate),
                certificateName);
    }
}

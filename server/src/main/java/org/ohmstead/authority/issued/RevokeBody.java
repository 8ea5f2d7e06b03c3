package org.ohmstead.authority.issued;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a certificate is revoked. */
@Schema(name = "RevokeBody")
public record RevokeBody(
        @Schema(
                description = "unspecified, key_compromise, affiliation_changed, superseded, cessation_of_operation or"
                        + " privilege_withdrawn. Default: unspecified",
                examples = "key_compromise")
        @Nullable
        String reason) {}

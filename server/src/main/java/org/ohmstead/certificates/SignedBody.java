package org.ohmstead.certificates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certificate that was signed for the station. */
@Schema(name = "SignedCertificateBody")
public record SignedBody(
        @Schema(
                description =
                        "PEM: the station's own first, then each that has signed the one before, without the root",
                required = true,
                examples = "-----BEGIN CERTIFICATE-----\nMIIB...\n-----END CERTIFICATE-----")
        @Nullable
        String certificateChain,

        @Schema(implementation = SignedFor.class, description = "Default: station", examples = "station") @Nullable
        String signedFor,

        @Schema(description = "2.1: that the station has asked with", examples = "17") @Nullable
        Integer requestId) {}

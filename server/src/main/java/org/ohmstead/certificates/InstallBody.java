package org.ohmstead.certificates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certificate to be installed. */
@Schema(name = "InstallCertificateBody")
public record InstallBody(
        @Schema(
                description = "csmsRoot, manufacturerRoot; with OCPP 2.x v2gRoot and moRoot; with 2.1 oemRoot too",
                required = true,
                examples = "csmsRoot")
        @Nullable
        String use,

        @Schema(
                description = "One certificate as PEM",
                required = true,
                examples = "-----BEGIN CERTIFICATE-----\nMIIB...\n-----END CERTIFICATE-----")
        @Nullable
        String certificate) {}

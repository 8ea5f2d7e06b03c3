package org.ohmstead.certificates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certificate to be installed in many stations. */
@Schema(name = "GroupCertificateBody")
public record GroupInstallBody(
        @Schema(
                description = "csmsRoot, manufacturerRoot; of OCPP 2.x v2gRoot and moRoot; of 2.1 oemRoot too",
                required = true,
                examples = "csmsRoot")
        @Nullable
        String use,

        @Schema(
                description = "One certificate as PEM",
                required = true,
                examples = "-----BEGIN CERTIFICATE-----\nMIIB...\n-----END CERTIFICATE-----")
        @Nullable
        String certificate,

        @Schema(
                description =
                        "How long it may wait for a station that is not connected, from 1s to 30d. Absent: it does not"
                                + " wait",
                examples = "7d")
        @Nullable
        String ttl) {}

package org.ohmstead.certificates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certificate to be deleted from many stations, by what they know it by. */
@Schema(name = "GroupCertificateDeletionBody")
public record GroupDeleteBody(
        @Schema(description = "SHA256, SHA384 or SHA512", required = true, examples = "SHA256") @Nullable
        String hashAlgorithm,

        @Schema(description = "In hex", required = true, examples = "c9d9b630") @Nullable
        String issuerNameHash,

        @Schema(description = "In hex", required = true, examples = "fa3cf236") @Nullable
        String issuerKeyHash,

        @Schema(description = "In hex", required = true, examples = "ab12cd") @Nullable
        String serialNumber,

        @Schema(
                description = "How long it may wait for a station that is not connected. Absent: it does not",
                examples = "7d")
        @Nullable
        String ttl) {}

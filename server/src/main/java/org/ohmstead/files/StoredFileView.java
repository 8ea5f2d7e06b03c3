package org.ohmstead.files;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file as the API shows it. */
@Schema(name = "StoredFile")
public record StoredFileView(
        long id,
        @Schema(implementation = FileKind.class) String kind,

        @Schema(description = "Whose log it is; null: an image, for any station") @Nullable
        String station,

        @Schema(description = "As it was called", examples = "charger-1.4.2.bin")
        String name,

        @Nullable String note,

        @Schema(description = "Of the firmware, as it was given", examples = "1.4.2") @Nullable
        String version,

        long sizeBytes,

        @Schema(
                description = "In hexadecimal digits",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(
                description =
                        "In hexadecimal digits; what OCPP 2.x takes for firmware that a local controller publishes",
                examples = "098f6bcd4621d373cade4e832627b4f6")
        String md5,

        @Schema(description = "Who left it", examples = "user:anna@example.org")
        String uploadedBy,

        Instant uploadedAt) {
    public static StoredFileView of(StoredFile file) {
        return new StoredFileView(
                file.id(),
                file.kind().word(),
                file.station() == null ? null : file.station().identity(),
                file.name(),
                file.about().note(),
                file.about().version(),
                file.content().size(),
                file.content().sha256(),
                file.content().md5(),
                file.by(),
                file.uploadedAt());
    }
}

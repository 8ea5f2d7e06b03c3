package org.ohmstead.firmware.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publication as the API shows it. */
@Schema(name = "FirmwarePublication")
public record PublicationView(
        long id,

        @Schema(description = "Identity of the local controller")
        String station,

        int requestId,

        @Schema(description = "Number of the image; null: it lies elsewhere, or is gone") @Nullable
        Long file,

        @Schema(description = "Where the controller loads it from")
        String location,

        @Schema(description = "MD5 of the image, by which the controller knows it")
        String checksum,

        @Schema(implementation = PublicationState.class) String state,

        @Schema(description = "The controller's last word", examples = "ChecksumVerified") @Nullable
        String status,

        @Schema(description = "Why it was refused, or has failed") @Nullable
        String reason,

        @Schema(description = "URLs where stations find it, as the controller tells them") @Nullable
        JsonNode places,

        @Schema(description = "Number of the command; null: it has not ended yet") @Nullable
        Long command,

        @Schema(description = "Who ordered it", examples = "user:anna@example.org")
        String createdBy,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt) {
    static PublicationView of(Publication publication) {
        Publication.Progress progress = publication.progress();
        return new PublicationView(
                publication.id(),
                publication.station().identity(),
                publication.number(),
                publication.image().file(),
                publication.image().location(),
                publication.image().md5(),
                progress.state().word(),
                progress.status(),
                progress.reason(),
                progress.places(),
                publication.command(),
                publication.by(),
                publication.createdAt(),
                progress.updatedAt(),
                progress.endedAt());
    }
}

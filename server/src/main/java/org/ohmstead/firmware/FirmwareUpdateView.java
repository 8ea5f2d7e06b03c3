package org.ohmstead.firmware;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stationjobs.JobStatus;
import org.ohmstead.stationjobs.JobStep;

/** An update of firmware as the API shows it. */
@Schema(name = "FirmwareUpdate")
public record FirmwareUpdateView(
        long id,
        String station,

        @Schema(description = "The requestId, where its version of OCPP has one")
        int requestId,

        @Schema(description = "Number of the campaign that it is part of") @Nullable
        Long campaign,

        @Schema(description = "What was sent", examples = "SignedUpdateFirmware")
        String action,

        @Schema(description = "Number of the image; null: it lies elsewhere, or is gone") @Nullable
        Long file,

        @Schema(description = "Where it is loaded from; a link of ours is shown without its secret")
        String location,

        Instant retrieveAt,
        @Nullable Instant installAt,
        boolean signed,

        @Schema(
                implementation = UpdateState.class,
                description = "A station may come back from failed, when it tries again")
        String state,

        @Schema(description = "The station's last word", examples = "InstallRebooting") @Nullable
        String status,

        @Schema(description = "Why it was refused, or has failed") @Nullable
        String reason,

        @Schema(description = "Of the station when it was ordered") @Nullable
        String firmwareBefore,

        @Schema(description = "That the station told when it booted since") @Nullable
        String firmwareAfter,

        @Schema(description = "Number of the command; null: none has left yet") @Nullable
        Long command,

        @Schema(description = "Who ordered it", examples = "user:anna@example.org")
        String createdBy,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,

        @Schema(description = "What the station has reported, in its order; null in lists") @Nullable
        List<JobStep> steps) {

    public static FirmwareUpdateView of(FirmwareUpdate update) {
        return of(update, null);
    }

    static FirmwareUpdateView of(FirmwareUpdate update, @Nullable List<JobStatus> steps) {
        FirmwareUpdate.Order order = update.order();
        FirmwareUpdate.Progress progress = update.progress();
        return new FirmwareUpdateView(
                update.id(),
                update.station().identity(),
                update.number(),
                update.campaign(),
                update.sent().action(),
                order.image().file(),
                order.image().location(),
                order.retrieveAt(),
                order.installAt(),
                order.signature() != null,
                progress.state().word(),
                progress.status(),
                progress.reason(),
                progress.before(),
                progress.after(),
                update.sent().command(),
                update.by(),
                update.createdAt(),
                progress.updatedAt(),
                progress.endedAt(),
                steps == null ? null : steps.stream().map(JobStep::of).toList());
    }
}

package org.ohmstead.diagnostics;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stationjobs.JobStatus;
import org.ohmstead.stationjobs.JobStep;

/** A request for a log as the API shows it. */
@Schema(name = "LogRequest")
public record LogRequestView(
        long id,
        String station,
        @Schema(implementation = LogKind.class) String type,

        @Schema(description = "The requestId, where its version of OCPP has one")
        int requestId,

        @Schema(description = "What was sent", examples = "GetLog")
        String action,

        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(
                implementation = LogState.class,
                description =
                        "A station may come back from what looks like the end, such as a failed upload that it repeats")
        String state,

        @Schema(description = "The station's last word", examples = "Uploading") @Nullable
        String status,

        @Schema(description = "Why it was refused, or has failed") @Nullable
        String reason,

        @Schema(description = "As the station calls the file to come") @Nullable
        String fileName,

        @Schema(description = "Number of the file that came; null: none, or it is gone") @Nullable
        Long file,

        @Schema(description = "Where the file can be downloaded", examples = "/api/v1/files/12/content") @Nullable
        String download,

        @Schema(description = "Number of the command; null: none has left yet") @Nullable
        Long command,

        @Schema(description = "Who asked", examples = "user:anna@example.org")
        String createdBy,

        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,

        @Schema(description = "What the station has reported, in its order; null in lists") @Nullable
        List<JobStep> steps) {

    static LogRequestView of(LogRequest request) {
        return of(request, null);
    }

    static LogRequestView of(LogRequest request, @Nullable List<JobStatus> steps) {
        LogRequest.Progress progress = request.progress();
        Long file = progress.file();
        return new LogRequestView(
                request.id(),
                request.station().identity(),
                request.wanted().kind().word(),
                request.number(),
                request.sent().action(),
                request.wanted().from(),
                request.wanted().to(),
                progress.state().word(),
                progress.status(),
                progress.reason(),
                progress.fileName(),
                file,
                file == null ? null : "/api/v1/files/" + file + "/content",
                request.sent().command(),
                request.by(),
                request.createdAt(),
                progress.updatedAt(),
                progress.endedAt(),
                steps == null ? null : steps.stream().map(JobStep::of).toList());
    }
}

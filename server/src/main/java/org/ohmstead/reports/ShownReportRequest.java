package org.ohmstead.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for a report, as the API shows it. */
@Schema(name = "ReportRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownReportRequest(
        long id,
        String station,

        @Schema(description = "Number of the command; GET /api/v1/commands/{id} shows it")
        long command,

        @Schema(description = "The command", examples = "GetBaseReport")
        String action,

        @Schema(description = "The message that brings the pages", examples = "NotifyReport")
        String reportAction,

        @Schema(description = "requestId of both") int requestId,

        @Schema(description = "What was asked for, in short", examples = "FullInventory") @Nullable
        String wanted,

        @Schema(
                implementation = ReportRequest.Status.class,
                description =
                        "requested: not answered yet; accepted: no page yet; receiving: some pages; complete: all;"
                                + " empty: nothing to report; refused: see reason; timedOut: nothing was heard for"
                                + " 5 minutes, so ask again; notSent: it did not leave")
        String status,

        @Schema(description = "Why not, as the station says") @Nullable
        String reason,

        @Schema(description = "Who asked", examples = "user:anna@example.org")
        String requestedBy,

        Instant requestedAt,

        @Schema(description = "When the command ended; absent: it has not") @Nullable
        Instant answeredAt,

        @Schema(description = "Number of the report; GET /api/v1/reports/{id} shows it. Absent: no page has come")
        @Nullable
        Long report,

        @Schema(description = "How many of its pages have come")
        int pages,

        @Schema(description = "When the last missing page came") @Nullable
        Instant completedAt) {

    public static ShownReportRequest of(ReportRequest request) {
        ReportRequest.Pages pages = request.report();
        return new ShownReportRequest(
                request.id(),
                request.station(),
                request.command(),
                request.action(),
                request.reportAction(),
                request.request(),
                request.wanted(),
                request.status().word(),
                request.reason(),
                request.by(),
                request.askedAt(),
                request.answeredAt(),
                pages == null ? null : pages.id(),
                pages == null ? 0 : pages.count(),
                pages == null ? null : pages.completedAt());
    }
}

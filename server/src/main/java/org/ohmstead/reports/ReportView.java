package org.ohmstead.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report in the API. */
public record ReportView(
        long id,
        String station,
        String action,
        int requestId,
        Instant openedAt,
        @Nullable Instant completedAt,
        int pages) {
    public static ReportView of(Report report) {
        return new ReportView(
                report.id(),
                report.station(),
                report.action(),
                report.request(),
                report.openedAt(),
                report.completedAt(),
                report.pages());
    }

    /** A report with a part of what it brought. */
    @Schema(name = "ReportContent")
    public record Content(
            long id,
            String station,
            String action,
            int requestId,
            Instant openedAt,
            @Nullable Instant completedAt,
            int pages,
            List<Integer> missing,
            List<JsonNode> items,
            @Nullable String next) {
        static Content of(Reports.Content content) {
            Report report = content.report();
            return new Content(
                    report.id(),
                    report.station(),
                    report.action(),
                    report.request(),
                    report.openedAt(),
                    report.completedAt(),
                    report.pages(),
                    content.missing(),
                    content.items(),
                    content.next());
        }
    }
}

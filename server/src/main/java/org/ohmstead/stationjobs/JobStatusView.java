package org.ohmstead.stationjobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a job in the API. */
public record JobStatusView(
        long id,
        String station,
        @Schema(implementation = Job.class) String job,
        @Nullable Integer requestId,
        String status,
        @Nullable JsonNode detail,
        Instant receivedAt) {
    public static JobStatusView of(JobStatus status) {
        JobReport report = status.report();
        return new JobStatusView(
                status.id(),
                status.station(),
                report.job().word(),
                report.request(),
                report.status(),
                report.detail(),
                report.receivedAt());
    }
}

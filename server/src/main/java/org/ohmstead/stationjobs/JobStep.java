package org.ohmstead.stationjobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of something that was ordered, in the API. */
@Schema(name = "JobStep")
public record JobStep(
        @Schema(description = "The station's word", examples = "Downloading")
        String status,

        @Schema(description = "What else it told") @Nullable JsonNode detail,

        Instant receivedAt) {
    public static JobStep of(JobStatus step) {
        JobReport report = step.report();
        return new JobStep(report.status(), report.detail(), report.receivedAt());
    }
}

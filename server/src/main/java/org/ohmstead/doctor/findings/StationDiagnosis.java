package org.ohmstead.doctor.findings;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a station, by what happened to it in the last hour. */
@Schema(name = "StationDiagnosis")
public record StationDiagnosis(
        String station,

        @Schema(description = "What lies before is not looked at, but for what lasts")
        Instant from,

        Instant to,

        @Schema(description = "Whether nothing is wrong: no finding is critical or a warning")
        boolean healthy,

        @Schema(description = "The most important of it, in a sentence")
        String conclusion,

        @Schema(description = "The worst first") List<Finding> findings) {
    public StationDiagnosis {
        findings = List.copyOf(findings);
    }
}

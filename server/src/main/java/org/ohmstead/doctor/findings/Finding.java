package org.ohmstead.doctor.findings;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.overview.Severity;

/** One thing that was found. */
@Schema(name = "StationFinding")
public record Finding(
        @Schema(implementation = FindingCode.class) String code,
        @Schema(implementation = Severity.class) String severity,

        @Schema(description = "What is so, in a sentence") String sentence,

        @Schema(description = "What to do about it, in sentences; null: nothing") @Nullable
        String advice,

        @Schema(description = "Since when, or when it was last so; null: not known") @Nullable
        Instant at,

        @Schema(description = "How often within the hour; 1 for what lasts")
        long count,

        @Schema(description = "What it rests on, to be opened")
        List<Evidence> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** Something that is kept. */
    @Schema(name = "StationFindingEvidence")
    public record Evidence(
            @Schema(
                    description = "What it is",
                    enumeration = {"connection", "connection-problem", "command", "security-event", "station-trouble"})
            String kind,

            long id) {}

    static Finding of(
            FindingCode code,
            String sentence,
            @Nullable String advice,
            @Nullable Instant at,
            long count,
            List<Evidence> evidence) {
        return new Finding(code.word(), code.severity().word(), sentence, advice, at, count, evidence);
    }
}

package org.ohmstead.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of checking the chain of a tenant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditVerification(
        @Schema(description = "Whether every line is there, and as it was written")
        boolean ok,

        @Schema(description = "How many lines were looked at and fit")
        long lines,

        @Schema(description = "Number of the last line of the chain; 0: there is none yet")
        long seq,

        @Schema(
                description =
                        "Hash of the last line. Note it with seq outside of the server, and give both to a later check: so even"
                                + " a chain that somebody has made anew from the beginning is found out")
        String hash,

        @Schema(
                description =
                        "Number of the last line that was cleared away for its age (setting audit-retention); 0: none")
        long clearedTo,

        @Schema(description = "When lines were last cleared away; absent: never") @Nullable
        Instant clearedAt,

        @Schema(description = "The first thing that does not fit; absent: all fits") @Nullable
        Fault fault) {

    /** What does not fit. */
    @Schema(name = "AuditFault")
    public record Fault(
            @Schema(description = "Number of the line that it is about")
            long seq,

            @Schema(description = "What was found, and what should be")
            String sentence) {}
}

package org.ohmstead.diagnosis;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a session did not start at a station. */
@Schema(name = "StartDiagnosis")
public record StartDiagnosis(
        String station,

        @Schema(description = "That was asked about; null: any") @Nullable
        String token,

        @Schema(description = "The moment that was asked about")
        Instant at,

        @Schema(description = "What lies before is not looked at: 15 minutes before the moment")
        Instant from,

        @Schema(description = "What lies behind is not looked at: 5 minutes after the moment")
        Instant to,

        @Schema(
                description =
                        "The code that tells most: of the session where one went on; else of the first check with a problem; else"
                                + " nothing_found",
                implementation = CheckCode.class)
        String conclusion,

        @Schema(description = "All of them, in their order") List<StartCheck> checks) {
    public StartDiagnosis {
        checks = List.copyOf(checks);
    }
}

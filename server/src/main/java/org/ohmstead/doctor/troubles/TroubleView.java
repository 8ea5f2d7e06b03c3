package org.ohmstead.doctor.troubles;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.overview.Severity;

/** A trouble as the API shows it. */
@Schema(name = "StationTrouble")
public record TroubleView(
        long id,
        String station,
        @Schema(implementation = TroubleKind.class) String trouble,
        @Schema(implementation = Severity.class) String severity,

        @Schema(description = "In a sentence") String sentence,

        @Schema(
                description =
                        "flapping: connections within ten minutes; silent: seconds; clock_off: seconds, negative for behind;"
                                + " security_events and identity_shared: how often")
        long amount,

        @Schema(description = "security_events: their type; identity_shared: from where; else null") @Nullable
        String subject,

        Instant beganAt,

        @Schema(description = "null: it lasts") @Nullable Instant endedAt) {}

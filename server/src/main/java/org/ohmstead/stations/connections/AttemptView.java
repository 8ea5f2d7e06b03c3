package org.ohmstead.stations.connections;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Refused connection attempts as the API shows them. */
@Schema(name = "ConnectionAttempt")
public record AttemptView(
        Instant at,
        String remoteAddress,
        String path,
        @Nullable String identity,

        @Schema(description = "What the station offered to speak") @Nullable
        String subprotocols,

        @Schema(implementation = Attempt.Reason.class) String reason,

        @Nullable String detail,

        @Schema(description = "How often within the minute from then on")
        long occurred,

        Instant lastAt) {
    static AttemptView of(AttemptRow row) {
        Attempt first = row.first();
        return new AttemptView(
                first.at(),
                first.address(),
                first.path(),
                first.identity(),
                first.subprotocols(),
                first.reason().word(),
                first.detail(),
                row.occurred(),
                row.lastAt());
    }
}

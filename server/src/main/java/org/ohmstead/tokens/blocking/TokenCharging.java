package org.ohmstead.tokens.blocking;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.tokens.RunningSession;

/** A token that is refused, and charges. */
@Schema(description = "A token that is blocked or has expired, and the open sessions that run with it")
public record TokenCharging(
        @Schema(description = "The token's value") String token,

        @Schema(description = "One at least") List<RunningSession> sessions,

        @Schema(
                description = "The operation that stops them; null: a preview of a token that is not registered yet",
                examples = "POST /api/v1/tokens/7/stop-sessions")
        @Nullable
        String stop,

        @Schema(
                description = "Whether their stations are being told to stop them by this change already (setting"
                        + " stop-blocked-sessions); the evidence of each session shows what its station said")
        boolean stopping) {
    public TokenCharging {
        sessions = List.copyOf(sessions);
    }
}

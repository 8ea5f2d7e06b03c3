package org.ohmstead.stations.availability;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That something of a station takes no new sessions, because somebody said so. */
public record BlockMark(
        @Schema(description = "0: the station as a whole") int evse,
        @Schema(description = "0: the EVSE as a whole") int connector,
        @Schema(description = "Why") String reason,

        @Schema(description = "Who said so", examples = "user:anna@example.org")
        String blockedBy,

        Instant since,

        @Schema(description = "null: until somebody lifts it") @Nullable
        Instant until) {
    boolean covers(ConnectorState state) {
        return evse == 0 || evse == state.evse() && (connector == 0 || connector == state.connector());
    }
}

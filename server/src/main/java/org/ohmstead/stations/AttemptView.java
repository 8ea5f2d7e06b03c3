package org.ohmstead.stations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Refused connection attempts as the API shows them. */
public record AttemptView(
        Instant at,
        String remoteAddress,
        String path,
        @Nullable String identity,

        @Schema(description = "What the station offered to speak") @Nullable
        String subprotocols,

        @Schema(
                description =
                        "Such as no_station_path, unknown_identity, wrong_password, too_many_failures or tls_on_plain_port")
        String reason,

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

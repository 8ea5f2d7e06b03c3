package org.ohmstead.stations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A connector as the API shows it. */
public record ConnectorView(
        @Schema(description = "0 is the station itself; connector n of OCPP 1.6 is connector 1 of EVSE n")
        int evse,

        int connector,

        @Schema(description = "In words common to all versions", implementation = ConnectorStatus.class)
        String status,

        @Schema(description = "The station's own word") String rawStatus,

        @Nullable String errorCode,
        @Nullable String info,
        @Nullable String vendorId,
        @Nullable String vendorErrorCode,

        @Schema(description = "The station's clock") @Nullable
        Instant statusAt,

        @Schema(description = "Since when the server knows") Instant receivedAt) {
    static ConnectorView of(ConnectorState state) {
        return new ConnectorView(
                state.evse(),
                state.connector(),
                state.status().word(),
                state.rawStatus(),
                state.errorCode(),
                state.info(),
                state.vendor(),
                state.vendorErrorCode(),
                state.statusAt(),
                state.receivedAt());
    }
}

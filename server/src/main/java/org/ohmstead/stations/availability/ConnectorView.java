package org.ohmstead.stations.availability;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Station;

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

        @Schema(description = "Since when the server knows") Instant receivedAt,

        @Schema(description = "true: the station is not connected, so status is what was last known of it")
        boolean lastKnown,

        @Schema(
                description = "false: the station has booted and not reported this connector since, so it may be gone;"
                        + " DELETE removes it")
        boolean reportedSinceBoot,

        @Schema(description = "That it takes no new sessions, or its EVSE or station does not; null: it is not blocked")
        @Nullable
        BlockMark block) {
    static ConnectorView of(ConnectorState state, Station station, boolean connected, List<BlockMark> marks) {
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
                state.receivedAt(),
                !connected,
                state.isReportedSince(station.times().lastBootAt()),
                marks.stream().filter(mark -> mark.covers(state)).findFirst().orElse(null));
    }
}

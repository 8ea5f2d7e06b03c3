package org.ohmstead.partners;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.blocks.ConnectorBlock;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStatus;

/** A connector as partners see it. */
public record PartnerConnector(
        @Schema(description = "Identity of the station", examples = "CP-7")
        String station,

        @Schema(description = "From 1; connector n of OCPP 1.6 is connector 1 of EVSE n")
        int evse,

        @Schema(description = "Counted within its EVSE") int connector,

        @Schema(
                implementation = ConnectorStatus.class,
                description = "What the station said last; while it is not connected, what was last known")
        String state,

        @Schema(description = "Since when the server knows that state")
        Instant since,

        @Schema(description = "It takes no new sessions, because somebody said so, whatever its state is")
        boolean blocked,

        @Schema(description = "Whether the station is connected")
        boolean connected) {
    static PartnerConnector of(
            StationRef station, ConnectorState state, List<ConnectorBlock> blocks, boolean connected) {
        return new PartnerConnector(
                station.identity(),
                state.evse(),
                state.connector(),
                state.status().word(),
                state.receivedAt(),
                blocks.stream().anyMatch(block -> block.blocks(state.evse(), state.connector())),
                connected);
    }
}

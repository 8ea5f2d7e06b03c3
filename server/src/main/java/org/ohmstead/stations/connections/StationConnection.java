package org.ohmstead.stations.connections;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;

/**
 * One connection of a station, past or present.
 *
 * @param id          higher for newer ones
 * @param ocppVersion such as {@code 2.0.1}
 * @param closedAt    null: open
 * @param closeCode   of the WebSocket; null: it ended without one
 */
public record StationConnection(
        long id,
        String station,
        @Schema(implementation = OcppVersion.class) String ocppVersion,
        String remoteAddress,
        String path,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Integer closeCode,
        @Nullable String closeReason) {}

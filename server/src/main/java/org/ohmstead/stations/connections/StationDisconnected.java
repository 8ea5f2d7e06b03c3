package org.ohmstead.stations.connections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A connection of a station has ended. A newer one may stand already: it has replaced this one then.
 *
 * @param connection  its number, as in the list of connections
 * @param code        of the close frame (RFC 6455 §7.4.1); null: nobody knows, as the server died
 * @param reason      for people
 * @param connectedAt when it was opened
 * @param seconds     how long it stood
 */
public record StationDisconnected(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long connection,
        @Nullable Integer code,
        String reason,
        Instant connectedAt,
        long seconds)
        implements Event {
    @Override
    public String kind() {
        return "station.disconnected";
    }
}

package org.ohmstead.stations.connections;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has opened a connection, and its handshake was accepted.
 *
 * @param connection  its number, as in the list of connections
 * @param ocppVersion such as {@code 2.0.1}
 * @param address     from where
 */
public record StationConnected(
        long tenant, Long station, Instant at, String identity, long connection, String ocppVersion, String address)
        implements Event {
    @Override
    public String kind() {
        return "station.connected";
    }
}

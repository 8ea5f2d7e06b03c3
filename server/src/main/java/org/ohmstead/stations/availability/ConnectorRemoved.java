package org.ohmstead.stations.availability;

import java.time.Instant;
import org.ohmstead.events.Event;

/** An operator removed a connector that is gone. If the station reports it again, it comes back. */
public record ConnectorRemoved(long tenant, Long station, Instant at, String identity, int evse, int connector)
        implements Event {
    @Override
    public String kind() {
        return "connector.removed";
    }
}

package org.ohmstead.blocks;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A block was lifted, or its time was over.
 *
 * @param evse      0: the station as a whole
 * @param connector 0: the EVSE as a whole
 * @param by        the actor's word
 */
public record ConnectorUnblocked(
        long tenant, Long station, Instant at, String identity, int evse, int connector, String by) implements Event {
    @Override
    public String kind() {
        return "connector.unblocked";
    }
}

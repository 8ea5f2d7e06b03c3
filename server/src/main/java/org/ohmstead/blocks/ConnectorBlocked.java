package org.ohmstead.blocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Something of a station takes no new sessions from now on, whatever the station says to that.
 *
 * @param evse      0: the station as a whole
 * @param connector 0: the EVSE as a whole
 * @param by        the actor's word
 * @param until     null: until it is lifted
 */
public record ConnectorBlocked(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int evse,
        int connector,
        String reason,
        String by,
        @Nullable Instant until)
        implements Event {
    @Override
    public String kind() {
        return "connector.blocked";
    }
}

package org.ohmstead.stations.availability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A connector, or the station itself as (0, 0), came into another state.
 *
 * @param at        when we learnt of it
 * @param status    a word of {@link ConnectorStatus}
 * @param before    the status until now; null: the connector was not known
 * @param errorCode the station's word; null: no error
 * @param statusAt  the station's clock
 */
public record ConnectorChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int evse,
        int connector,
        String status,
        @Nullable String before,
        @Nullable String errorCode,
        @Nullable Instant statusAt)
        implements Event {
    @Override
    public String kind() {
        return "connector.changed";
    }
}

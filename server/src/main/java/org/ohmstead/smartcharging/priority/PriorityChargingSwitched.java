package org.ohmstead.smartcharging.priority;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * Priority charging was switched for a transaction.
 *
 * @param source csms or station
 */
public record PriorityChargingSwitched(
        long tenant, Long station, Instant at, String identity, String transactionId, boolean active, String source)
        implements Event {
    @Override
    public String kind() {
        return "priority-charging.switched";
    }
}

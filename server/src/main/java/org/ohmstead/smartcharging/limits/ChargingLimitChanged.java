package org.ohmstead.smartcharging.limits;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * Somebody else has set a limit at a station, or taken it away.
 *
 * @param change          set or cleared
 * @param source          who, in the station's word
 * @param gridCritical    whether the grid is in danger without it
 * @param localGeneration whether it is added on top instead
 */
public record ChargingLimitChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String change,
        int evse,
        String source,
        boolean gridCritical,
        boolean localGeneration)
        implements Event {
    @Override
    public String kind() {
        return "charging-limit." + change;
    }
}

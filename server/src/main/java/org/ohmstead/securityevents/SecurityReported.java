package org.ohmstead.securityevents;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station reported a security event.
 *
 * @param at        when it came
 * @param type      a word of the specification's list or of the vendor
 * @param techInfo  details in free text; empty: none
 * @param stationAt when it happened by the station's clock, perhaps long before it could be reported
 */
public record SecurityReported(
        long tenant, Long station, Instant at, String identity, String type, String techInfo, Instant stationAt)
        implements Event {
    @Override
    public String kind() {
        return "security.reported";
    }
}

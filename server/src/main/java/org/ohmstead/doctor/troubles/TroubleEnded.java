package org.ohmstead.doctor.troubles;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * Nothing speaks for a station's trouble any more.
 *
 * @param trouble its number, as in {@code GET /api/v1/station-troubles}
 * @param what    such as {@code flapping}
 */
public record TroubleEnded(
        long tenant, Long station, Instant at, String identity, long trouble, String what, String severity)
        implements Event {
    @Override
    public String kind() {
        return "station.trouble.ended";
    }
}

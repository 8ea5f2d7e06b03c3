package org.ohmstead.locallist;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station was sent an update of its list and has not taken it, or nobody knows.
 *
 * @param version that the list was to have
 * @param result  the station's word, or the outcome of the command
 * @param actor   who sent it
 */
public record LocalListFailed(
        long tenant, Long station, Instant at, String identity, int version, String result, String actor)
        implements Event {
    @Override
    public String kind() {
        return "locallist.failed";
    }
}

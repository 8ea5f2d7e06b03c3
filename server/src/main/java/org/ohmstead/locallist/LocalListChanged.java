package org.ohmstead.locallist;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has taken an update of its list.
 *
 * @param version that the list has now
 * @param full    whether it replaced all of it
 * @param entries how many it holds, as far as we know
 * @param actor   who sent it
 */
public record LocalListChanged(
        long tenant, Long station, Instant at, String identity, int version, boolean full, int entries, String actor)
        implements Event {
    @Override
    public String kind() {
        return "locallist.changed";
    }
}

package org.ohmstead.remote.controls;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has forgotten the tokens that it remembered by itself.
 *
 * @param command that told it to
 * @param actor   who wanted it
 */
public record CacheCleared(long tenant, Long station, Instant at, String identity, long command, String actor)
        implements Event {
    @Override
    public String kind() {
        return "station.cache-cleared";
    }
}

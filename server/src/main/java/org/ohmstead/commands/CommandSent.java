package org.ohmstead.commands;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A command is about to leave for its station.
 *
 * @param command its id
 * @param actor   who sent it
 */
public record CommandSent(
        long tenant, Long station, Instant at, String identity, long command, String action, String actor)
        implements Event {
    @Override
    public String kind() {
        return "command.sent";
    }
}

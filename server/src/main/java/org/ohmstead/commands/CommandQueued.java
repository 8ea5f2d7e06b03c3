package org.ohmstead.commands;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A command waits for its station.
 *
 * @param command   its id
 * @param actor     who sent it
 * @param expiresAt until when it waits
 */
public record CommandQueued(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long command,
        String action,
        String actor,
        Instant expiresAt)
        implements Event {
    @Override
    public String kind() {
        return "command.queued";
    }
}

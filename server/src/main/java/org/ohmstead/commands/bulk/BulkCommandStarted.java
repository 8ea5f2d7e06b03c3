package org.ohmstead.commands.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A command for many stations begins.
 *
 * @param bulkCommand its id
 * @param actor       who sent it
 * @param stations    how many
 */
public record BulkCommandStarted(
        long tenant, @Nullable Long station, Instant at, long bulkCommand, String actor, String action, int stations)
        implements Event {
    @Override
    public String kind() {
        return "bulk-command.started";
    }
}

package org.ohmstead.commands.bulk;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * All stations of a command for many have had their turn, or it was stopped.
 *
 * @param bulkCommand its id
 * @param state       ended or stopped
 * @param stations    how many it was for
 * @param done        how many had their turn
 * @param outcomes    how many had which outcome so far; commands that wait for their stations have none yet
 */
public record BulkCommandEnded(
        long tenant,
        @Nullable Long station,
        Instant at,
        long bulkCommand,
        String state,
        int stations,
        int done,
        Map<String, Integer> outcomes)
        implements Event {
    @Override
    public String kind() {
        return "bulk-command.ended";
    }
}

package org.ohmstead.messagelog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages someone wants to see; null: any.
 *
 * @param station id of the station
 * @param from at this time or later
 * @param to before this time
 */
public record MessageFilter(
        long tenant,
        @Nullable Long station,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Direction direction) {

    boolean matches(Entry entry) {
        return entry.tenant() == tenant
                && (station == null || station == entry.station())
                && (action == null || action.equals(entry.action()))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to))
                && (direction == null || direction == entry.direction());
    }
}

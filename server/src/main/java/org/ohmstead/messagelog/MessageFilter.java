package org.ohmstead.messagelog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;

/**
 * Which messages someone wants to see, and may; null: any.
 *
 * @param scope  whose; of some groups of stations it does not know the members, see {@link SqlMessageStore#identities}
 * @param station id of the station
 * @param from at this time or later
 * @param to before this time
 */
public record MessageFilter(
        Scope scope,
        @Nullable Long station,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Direction direction) {

    boolean matches(Entry entry) {
        return entry.tenant() == scope.tenant()
                && (station == null || station == entry.station())
                && (action == null || action.equals(entry.action()))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to))
                && (direction == null || direction == entry.direction());
    }
}

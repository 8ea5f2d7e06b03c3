package org.ohmstead.eventstream;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permissions;
import org.ohmstead.db.Scope;
import org.ohmstead.events.StoredEvent;

/**
 * Which events somebody wants, and may see but for the groups of their stations.
 *
 * @param scope       whose
 * @param kinds       which kinds
 * @param station     id of the only station; null: of all
 * @param permissions of who asks
 * @param isEverybody whether these are all that there are, so that kinds are shown too that nobody thought of
 */
record EventFilter(
        Scope scope, Predicate<String> kinds, @Nullable Long station, Permissions permissions, boolean isEverybody) {

    boolean matches(StoredEvent event) {
        return event.tenant() == scope.tenant()
                && (station == null || station.equals(event.station()))
                && kinds.test(event.kind())
                && isAllowed(event.kind());
    }

    private boolean isAllowed(String kind) {
        return EventKinds.permission(kind).map(permissions::allows).orElse(isEverybody);
    }

    /** What a stream of these rests on: it ends when one of them is gone. */
    Set<String> needed(Collection<String> more) {
        Set<String> needed = new TreeSet<>(more);
        EventKinds.permissions().values().stream().filter(permissions::allows).forEach(needed::add);
        return needed;
    }
}

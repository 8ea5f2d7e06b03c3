package org.ohmstead.eventstream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;

/**
 * The stations of one reader, who sees perhaps those of some groups only: from a moment after a station has joined one, and until a
 * moment after it has left it. Not safe for several threads.
 */
final class SeenStations {
    private static final long LONGEST_KNOWN = Duration.ofSeconds(5).toNanos();
    private static final int MOST_KNOWN = 10_000;

    private final SqlEventStations stations;
    private final Scope scope;
    private final Map<Long, Optional<String>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Optional<String>> eldest) {
            return size() > MOST_KNOWN;
        }
    };
    private long since = System.nanoTime();

    SeenStations(SqlEventStations stations, Scope scope) {
        this.stations = stations;
        this.scope = scope;
    }

    /** @param station null: what is of no station in particular is of the whole organisation */
    boolean sees(@Nullable Long station) {
        return !scope.isLimited() || station != null && identity(station) != null;
    }

    /** Null: of none, or it has been deleted. */
    @Nullable
    String identity(@Nullable Long station) {
        if (station == null) {
            return null;
        }
        if (scope.isLimited() && System.nanoTime() - since > LONGEST_KNOWN) {
            known.clear();
            since = System.nanoTime();
        }
        return known.computeIfAbsent(station, id -> stations.identity(scope, id))
                .orElse(null);
    }
}

package org.ohmstead.partners;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.Stations;

/** Which stations a reader sees: of some groups only those, from a moment after a station has joined or left one. */
final class FeedStations {
    private static final long LONGEST_KNOWN = Duration.ofSeconds(5).toNanos();

    private final Stations stations;
    private final Scope scope;
    private final Map<String, Boolean> known = new HashMap<>();
    private long since = System.nanoTime();

    FeedStations(Stations stations, Scope scope) {
        this.stations = stations;
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    boolean shows(FeedMessage message) {
        String identity = message.station();
        if (!scope.isLimited() || identity == null) {
            return true;
        }
        if (System.nanoTime() - since > LONGEST_KNOWN) {
            known.clear();
            since = System.nanoTime();
        }
        return known.computeIfAbsent(identity, it -> stations.find(scope, it).isPresent());
    }
}

package org.ohmstead.stations.connections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.IndependentTasks;
import org.ohmstead.stations.SqlStationStore;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;

/** When each station last gave a sign of life: every message counts (1.6 §4.6, G02.FR.04). In memory, and now and then on disk. */
@Singleton
public class LastSeen {
    private static final class Sign {
        final StationRef station;
        volatile Instant at;
        volatile @Nullable Instant written;

        Sign(StationRef station, Instant at) {
            this.station = station;
            this.at = at;
        }
    }

    private final SqlStationStore store;
    private final ConcurrentMap<Long, Sign> signs = new ConcurrentHashMap<>();

    @Inject
    public LastSeen(SqlStationStore store) {
        this.store = store;
    }

    /** Costs nanoseconds, so it may be called for every message, on an event loop too. */
    public void seen(StationRef station, Instant at) {
        signs.computeIfAbsent(station.id(), absent -> new Sign(station, at)).at = at;
    }

    /** @return null: never */
    public @Nullable Instant of(Station station) {
        Sign sign = signs.get(station.ref().id());
        return sign == null ? station.times().lastSeenAt() : sign.at;
    }

    /** Writes what is new. What could not be written stays for the next time. */
    public void flush() {
        List<Runnable> writes = new ArrayList<>();
        signs.values().forEach(sign -> {
            Instant at = sign.at;
            if (!at.equals(sign.written)) {
                writes.add(() -> {
                    store.seen(sign.station, at);
                    sign.written = at;
                });
            }
        });
        IndependentTasks.run("Writing when a station was last seen", writes);
    }
}

package org.ohmstead.stations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** When each station last gave a sign of life: every message counts (1.6 §4.6, G02.FR.04). In memory, and now and then on disk. */
@ApplicationScoped
public class LastSeen {
    private final SqlStationStore store;
    private final ConcurrentMap<Long, Instant> unwritten = new ConcurrentHashMap<>();

    @Inject
    public LastSeen(SqlStationStore store) {
        this.store = store;
    }

    /** Costs nanoseconds, so it may be called for every message, on an event loop too. */
    public void seen(StationRef station, Instant at) {
        unwritten.put(station.id(), at);
    }

    /** @return null: never */
    public @Nullable Instant of(Station station) {
        return Optional.ofNullable(unwritten.get(station.ref().id()))
                .orElse(station.times().lastSeenAt());
    }

    /** Writes what is new. What could not be written stays for the next time. */
    void flush() {
        List<Runnable> writes = new ArrayList<>();
        for (Map.Entry<Long, Instant> seen : unwritten.entrySet()) {
            Long station = seen.getKey();
            Instant at = seen.getValue();
            writes.add(() -> {
                store.seen(station, at);
                unwritten.remove(station, at);
            });
        }
        Together.run(writes);
    }
}

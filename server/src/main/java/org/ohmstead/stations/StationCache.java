package org.ohmstead.stations;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The stations that are asked for again and again, which is with every message. A row that is written is forgotten here
 * after its commit; since a load holds its key, what was read before that commit cannot come in after it.
 */
final class StationCache {
    private record Key(long tenant, String identityKey) {}

    private final int largest;
    private final ConcurrentMap<Key, Station> stations = new ConcurrentHashMap<>();

    StationCache(int largest) {
        this.largest = largest;
    }

    Optional<Station> get(long tenant, String identity, Supplier<Optional<Station>> load) {
        Key key = new Key(tenant, SqlStationStore.key(identity));
        Station known = stations.get(key);
        if (known == null) {
            known = stations.computeIfAbsent(key, absent -> load.get().orElse(null));
            shrink();
        }
        return Optional.ofNullable(known);
    }

    void forget(StationRef station) {
        stations.remove(new Key(station.tenant(), SqlStationStore.key(station.identity())));
    }

    private void shrink() {
        if (stations.size() > largest) {
            Iterator<Key> any = stations.keySet().iterator();
            if (any.hasNext()) {
                stations.remove(any.next());
            }
        }
    }
}

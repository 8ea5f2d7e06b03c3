package org.ohmstead.db.lanes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a lane knows of its stations without asking the database again: what stands there, or will with the next commit. The
 * lane's thread alone has it, and forgets what belongs to a transaction that failed.
 */
final class LaneMemory {
    private static final int MOST_STATIONS = 20_000;

    private final Map<Long, Map<Class<?>, Object>> stations = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<Class<?>, Object>> eldest) {
            return size() > MOST_STATIONS;
        }
    };

    <T> T get(long station, Class<T> kind, Supplier<T> load) {
        Map<Class<?>, Object> known = stations.computeIfAbsent(station, absent -> new HashMap<>(4));
        Object value = known.get(kind);
        if (value == null) {
            value = load.get();
            known.put(kind, value);
        }
        return kind.cast(value);
    }

    void forget(long station) {
        stations.remove(station);
    }

    void forgetAll() {
        stations.clear();
    }
}

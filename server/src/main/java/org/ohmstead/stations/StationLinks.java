package org.ohmstead.stations;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Which stations are connected to this process right now. The newest connection of a station wins (gotcha 13), and the late
 * close of an older one changes nothing (gotcha 14).
 */
@Singleton
public class StationLinks {
    private final ConcurrentMap<Long, StationLink> byStation = new ConcurrentHashMap<>();

    public Optional<StationLink> of(StationRef station) {
        return Optional.ofNullable(byStation.get(station.id()));
    }

    public boolean isConnected(StationRef station) {
        return byStation.containsKey(station.id());
    }

    /** Makes this the station's link. @return the one it replaced, which the caller closes */
    public @Nullable StationLink put(StationLink link) {
        return byStation.put(link.station().id(), link);
    }

    /** Forgets a link that was closed. @return false: it had been replaced already, and the station is still connected */
    public boolean remove(StationLink link) {
        return byStation.remove(link.station().id(), link);
    }

    public Collection<StationLink> all() {
        return Collections.unmodifiableCollection(byStation.values());
    }
}

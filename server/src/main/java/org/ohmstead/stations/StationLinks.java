package org.ohmstead.stations;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which stations are connected to this process right now. The newest connection of a station, by its handshake, wins (field
 * note 13), and the late close of an older one changes nothing (field note 14).
 */
@Singleton
public class StationLinks {
    private final ConcurrentMap<Long, StationLink> byStation = new ConcurrentHashMap<>();
    private final List<Consumer<StationRef>> watchers = new CopyOnWriteArrayList<>();

    /** Is told each station that has come or gone, on the thread that brings it; must be quick, and never fail. */
    public void watch(Consumer<StationRef> watcher) {
        watchers.add(watcher);
    }

    public Optional<StationLink> of(StationRef station) {
        return Optional.ofNullable(byStation.get(station.id()));
    }

    public boolean isConnected(StationRef station) {
        return byStation.containsKey(station.id());
    }

    /**
     * Makes this the station's link, unless a newer connection is it already: of two handshakes the one that came first may be
     * ready last.
     *
     * @return the one that lost, which the caller closes: the older one of the two; null: there was no other
     */
    public @Nullable StationLink put(StationLink link) {
        long station = link.station().id();
        while (true) {
            StationLink standing = byStation.putIfAbsent(station, link);
            if (standing == null) {
                watchers.forEach(watcher -> watcher.accept(link.station()));
                return null;
            }
            if (link.handshake() < standing.handshake()) {
                return link;
            }
            if (byStation.replace(station, standing, link)) {
                return standing;
            }
        }
    }

    /** Forgets a link that was closed. @return false: it had been replaced already, and the station is still connected */
    public boolean remove(StationLink link) {
        boolean gone = byStation.remove(link.station().id(), link);
        if (gone) {
            watchers.forEach(watcher -> watcher.accept(link.station()));
        }
        return gone;
    }

    public Collection<StationLink> all() {
        return Collections.unmodifiableCollection(byStation.values());
    }
}

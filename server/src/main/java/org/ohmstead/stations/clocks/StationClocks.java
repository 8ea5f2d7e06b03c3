package org.ohmstead.stations.clocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.IndependentTasks;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.SqlStationStore;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/**
 * How far each station's clock is off, measured by the times in what it says as things happen. BootNotification and Heartbeat
 * bear no time; their answers set the clock. In memory, and on disk when it has changed.
 */
@Singleton
public class StationClocks {
    /** What a message tells of. */
    public enum Kind {
        /** The state of a connector. */
        STATUS,
        READING,
        START,
        STOP,
        /** Anything else about a session. */
        SESSION,
        /** What the station has made up for us a moment ago. */
        REPORT
    }

    private static final class Entry {
        final StationRef station;
        final ClockWatch watch;
        volatile @Nullable ClockOffset written;

        Entry(StationRef station, @Nullable ClockOffset written) {
            this.station = station;
            this.watch = new ClockWatch(written);
            this.written = written;
        }

        boolean isUnwritten() {
            ClockOffset now = watch.known();
            ClockOffset before = written;
            return now != null && (before == null || !now.since().equals(before.since()) || !now.isNear(before));
        }
    }

    private final Stations stations;
    private final SqlStationStore store;
    private final ConcurrentMap<Long, Entry> entries = new ConcurrentHashMap<>();

    @Inject
    public StationClocks(Stations stations, SqlStationStore store) {
        this.stations = stations;
        this.store = store;
        store.whenMoved(entries::remove);
    }

    /**
     * A message tells when something happened, perhaps long ago.
     *
     * @param said by the station's clock; null: nothing
     */
    public void heard(Caller caller, @Nullable Instant said, Kind kind) {
        hear(caller, said, kind, false);
    }

    /** As {@link #heard}, of something that has just happened as the station itself says. */
    public void heardLive(Caller caller, @Nullable Instant said, Kind kind) {
        hear(caller, said, kind, true);
    }

    private void hear(Caller caller, @Nullable Instant said, Kind kind, boolean isLive) {
        if (said != null) {
            entry(caller.station()).watch.hear(caller.connection(), said, caller.receivedAt(), kind, isLive);
        }
    }

    /** @return null: nothing is known of it yet */
    public @Nullable ClockOffset of(StationRef station) {
        return entry(station).watch.known();
    }

    private Entry entry(StationRef station) {
        Entry known = entries.get(station.id());
        if (known != null) {
            return known;
        }
        Entry fresh = new Entry(
                station, written(station)); // not within the map, where other stations would wait for the database too
        Entry faster = entries.putIfAbsent(station.id(), fresh);
        return faster == null ? fresh : faster;
    }

    private @Nullable ClockOffset written(StationRef ref) {
        Station station = stations.get(ref).orElse(null);
        return station == null ? null : station.clock();
    }

    /** Without making anything of a station that says nothing. */
    public @Nullable ClockOffset of(Station station) {
        Entry entry = entries.get(station.ref().id());
        return entry == null ? station.clock() : entry.watch.known();
    }

    /** Writes what has changed. What could not be written stays for the next time. */
    public void flush() {
        List<Runnable> writes = new ArrayList<>();
        entries.values().forEach(entry -> {
            ClockOffset now = entry.watch.known();
            if (now != null && entry.isUnwritten()) {
                writes.add(() -> {
                    store.clock(entry.station, now);
                    entry.written = now;
                });
            }
        });
        IndependentTasks.run("Writing how far a clock is off", writes);
    }
}

package org.ohmstead.stations.oddities;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.IndependentTasks;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** What is odd about the handshakes of each station. A station has a handful of kinds, so nobody can fill memory or disk with them. */
@Singleton
public class Oddities {
    private static final int LONGEST = 200;

    private final SqlOddityStore store;
    private Map<StationRef, Map<Oddity, StationOddity>> unwritten = new HashMap<>();

    @Inject
    public Oddities(SqlOddityStore store) {
        this.store = store;
    }

    /** A handshake succeeded. @param found what was odd, with what stood there; mostly empty */
    public void count(StationRef station, Map<Oddity, String> found, Instant at) {
        if (found.isEmpty()) {
            return;
        }
        synchronized (this) {
            Map<Oddity, StationOddity> known = unwritten.computeIfAbsent(station, absent -> new HashMap<>());
            found.forEach((oddity, what) -> {
                StationOddity one = new StationOddity(station.identity(), oddity, 1, kept(what), at, at);
                known.merge(oddity, one, Oddities::and);
            });
        }
    }

    private static StationOddity and(StationOddity before, StationOddity later) {
        return new StationOddity(
                before.station(),
                before.oddity(),
                before.occurred() + later.occurred(),
                later.found(),
                before.firstAt(),
                later.lastAt());
    }

    private static @Nullable String kept(String text) {
        String cut = (text.length() > LONGEST ? text.substring(0, LONGEST) : text).replace("\0", "");
        return cut.isEmpty() ? null : cut;
    }

    /** @param station null: of all. In the order of station and kind */
    public Page<StationOddity> page(Scope scope, @Nullable StationRef station, Limit limit, @Nullable Cursor cursor) {
        List<StationOddity> rows = store.after(
                scope,
                station,
                cursor == null ? "" : cursor.key(0, 2),
                cursor == null ? "" : cursor.key(1, 2),
                limit.rows() + 1);
        return Page.of(
                rows,
                limit,
                row -> Cursor.at(SqlOddityStore.key(row.station()), row.oddity().word()));
    }

    /** Writes what was counted; what finds no database is lost, because it is counted again soon. */
    public void flush() {
        Map<StationRef, Map<Oddity, StationOddity>> counted;
        synchronized (this) {
            counted = unwritten;
            unwritten = new HashMap<>();
        }
        List<Runnable> writes = new ArrayList<>();
        counted.forEach((station, known) -> writes.add(() -> store.add(station, List.copyOf(known.values()))));
        IndependentTasks.run("Writing what is odd about a station's handshakes", writes);
    }
}

package org.ohmstead.stations.deviations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.IndependentTasks;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.stations.StationRef;

/** Where each station differs from the specification. Counted in memory, written now and then: it is not a fact. */
@Singleton
public class StationDeviations {
    /** What one station, and all together, may bring between two flushes; a hostile one invents field names without end. */
    private static final int KEPT_PER_STATION = 100;

    private static final int KEPT = 50_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

    private record Key(String action, String path, String rule) {}

    private final SqlDeviationStore store;
    private Map<StationRef, Map<Key, StationDeviation>> unwritten = new HashMap<>();
    private int size;

    @Inject
    public StationDeviations(SqlDeviationStore store) {
        this.store = store;
    }

    /** A message of this station differed from its schema. Costs next to nothing when it did not. */
    public void count(StationRef station, String action, List<Deviation> deviations, Instant at) {
        if (deviations.isEmpty()) {
            return;
        }
        synchronized (this) {
            Map<Key, StationDeviation> known = unwritten.computeIfAbsent(station, absent -> new HashMap<>());
            for (Deviation one : deviations) {
                add(known, deviation(action, one, at));
            }
        }
    }

    private static StationDeviation deviation(String action, Deviation one, Instant at) {
        String path = POSITION.matcher(one.path()).replaceAll("[]");
        return new StationDeviation(brief(action), brief(path), one.rule().name(), 1, kept(one.found()), at);
    }

    private static String brief(String name) {
        return name.length() > LONGEST_NAME ? StationDeviation.OTHERS : kept(name);
    }

    /** Names of fields and actions come as the station made them up, and PostgreSQL keeps no NUL. */
    private static String kept(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private void add(Map<Key, StationDeviation> known, StationDeviation one) {
        Key key = new Key(one.action(), one.path(), one.rule());
        if (!known.containsKey(key)) {
            if (known.size() >= KEPT_PER_STATION || size >= KEPT) {
                return;
            }
            size++;
        }
        known.merge(key, one, StationDeviation::and);
    }

    /** In the order of action and path. */
    public Page<StationDeviation> page(StationRef station, Limit limit, @Nullable Cursor cursor) {
        List<StationDeviation> rows = store.after(
                station,
                cursor == null ? "" : cursor.key(0, 3),
                cursor == null ? "" : cursor.key(1, 3),
                cursor == null ? "" : cursor.key(2, 3),
                limit.rows() + 1);
        return Page.of(rows, limit, row -> Cursor.at(row.action(), row.path(), row.rule()));
    }

    /** Writes what was counted; what finds no database is lost, because it is counted again soon. */
    public void flush() {
        Map<StationRef, Map<Key, StationDeviation>> counted;
        synchronized (this) {
            counted = unwritten;
            unwritten = new HashMap<>();
            size = 0;
        }
        List<Runnable> writes = new ArrayList<>();
        counted.forEach((station, known) -> writes.add(() -> store.add(station, List.copyOf(known.values()))));
        IndependentTasks.run("Writing deviations of a station", writes);
    }
}

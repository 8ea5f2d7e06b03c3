package org.ohmstead.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.CombinedInsert;
import org.ohmstead.db.lanes.Tx;

/** Where events wait between the commit of their fact and being passed on: all events of a commit in a row, or few. */
@Singleton
public final class Outbox {
    private static final String INSERT = "insert into outbox (events_json, created_at) values (?, ?)";
    /** No more in a row, so that a row stays small enough to be read at once. */
    static final int MOST_EVENTS = 512;

    private final Clock clock;
    private final CombinedInsert<String> rows = new CombinedInsert<>(INSERT, this::rows);
    private final List<Runnable> wake = new CopyOnWriteArrayList<>();

    @Inject
    public Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Stores the event with the facts of this unit of work, or neither. */
    public void append(Tx tx, Event event) {
        tx.together(rows, EventJson.write(event));
        wake.forEach(tx::afterCommit);
    }

    private List<@Nullable Object[]> rows(List<String> events) {
        List<@Nullable Object[]> all = new ArrayList<>(1);
        for (int from = 0; from < events.size(); from += MOST_EVENTS) {
            List<String> some = events.subList(from, Math.min(events.size(), from + MOST_EVENTS));
            all.add(new Object[] {"[" + String.join(",", some) + "]", clock.instant()});
        }
        return all;
    }

    /** Calls back after each commit that brought an event; must be quick. */
    void onCommit(Runnable action) {
        wake.add(action);
    }
}

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
    /** SQLite has one writer, so a number that is given as the row is written is one in the order of the commits. */
    private static final String ON_SQLITE = """
            insert into outbox (id, event_count, created_at, events_json)
            select coalesce((select seq from sqlite_sequence where name = 'outbox'), 0) + n, n, at, events
            from (select ? as n, ? as at, ? as events)""";

    /** Here a relay gives them afterwards, see {@link SqlOutbox#number}. */
    private static final String ON_POSTGRES =
            "insert into outbox (event_count, created_at, events_json) values (?, ?, ?)";

    /** No more in a row, so that a row stays small enough to be read at once. */
    static final int MOST_EVENTS = 512;

    private final Clock clock;
    private final CombinedInsert<String> rows = new CombinedInsert<>(ON_SQLITE, ON_POSTGRES, this::rows);
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
            all.add(new Object[] {some.size(), clock.instant(), "[" + String.join(",", some) + "]"});
        }
        return all;
    }

    /** Calls back after each commit that brought an event; must be quick. */
    void onCommit(Runnable action) {
        wake.add(action);
    }
}

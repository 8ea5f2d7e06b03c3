package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.UNDELIVERED_EVENT;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** Events that a listener has not taken, while its cursor went on. */
final class SqlUndelivered {
    /** In place of a listener: nobody was told. */
    static final String NOBODY = "outbox";

    private static final String UNREADABLE = """
            insert into undelivered_event (listener, event_id, event_json, created_at, failure, abandoned_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String KEEP = """
            insert into undelivered_event (listener, event_id, event_json, created_at, failure, abandoned_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (listener, event_id) do update set failure = excluded.failure, abandoned_at = excluded.abandoned_at""";
    private static final String FORGET = "delete from undelivered_event where listener = ? and event_id = ?";
    private static final int LONGEST_FAILURE = 500;

    private final Database database;
    private final GroupCommit commits;
    private final Clock clock;

    SqlUndelivered(Database database, GroupCommit commits, Clock clock) {
        this.database = database;
        this.commits = commits;
        this.clock = clock;
    }

    /** @return false: it was known */
    boolean unreadable(long first, String row, String failure) {
        boolean known = database.read(Scope.everywhere())
                .fetchExists(
                        UNDELIVERED_EVENT,
                        UNDELIVERED_EVENT.LISTENER.eq(NOBODY).and(UNDELIVERED_EVENT.EVENT_ID.eq(first)));
        if (!known) {
            Instant now = clock.instant();
            commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
                tx.later(UNREADABLE, NOBODY, first, row, now, shortened(failure), now);
                return null;
            });
        }
        return !known;
    }

    /** What has changed of it, or that it is one. */
    void keep(Tx tx, String listener, HeldEvent held) {
        StoredEvent event = held.event();
        @Nullable Instant abandonedAt = held.isAbandoned() ? clock.instant() : null;
        tx.later(
                KEEP,
                listener,
                event.id(),
                EventJson.row(event),
                event.createdAt(),
                shortened(held.failure()),
                abandonedAt);
    }

    void forget(Tx tx, String listener, StoredEvent taken) {
        tx.later(FORGET, listener, taken.id());
    }

    /** Those that are to be tried again, in their order. */
    List<HeldEvent> held(String listener) {
        List<HeldEvent> all = new ArrayList<>();
        database.read(Scope.everywhere())
                .selectFrom(UNDELIVERED_EVENT)
                .where(UNDELIVERED_EVENT.LISTENER.eq(listener))
                .and(UNDELIVERED_EVENT.ABANDONED_AT.isNull())
                .orderBy(UNDELIVERED_EVENT.EVENT_ID)
                .forEach(row -> EventJson.read(row.getEventId(), 1, row.getCreatedAt(), row.getEventJson())
                        .forEach(event -> all.add(HeldEvent.stored(event, row.getFailure()))));
        return all;
    }

    /**
     * By listener and number, as the key of the table is. Those between them that are still tried are few: {@link HeldEvents#MOST}
     * of a listener.
     *
     * @param listener null: of all
     */
    List<AbandonedEvent> abandoned(@Nullable String listener, int rows, @Nullable Cursor after) {
        Condition where = UNDELIVERED_EVENT.ABANDONED_AT.isNotNull();
        if (listener != null) {
            where = where.and(UNDELIVERED_EVENT.LISTENER.eq(listener));
        }
        if (after != null) {
            where = where.and(DSL.row(UNDELIVERED_EVENT.LISTENER, UNDELIVERED_EVENT.EVENT_ID)
                    .gt(after.key(0, 2), after.id(1, 2)));
        }
        return database.read(Scope.everywhere())
                .selectFrom(UNDELIVERED_EVENT)
                .where(where)
                .orderBy(UNDELIVERED_EVENT.LISTENER, UNDELIVERED_EVENT.EVENT_ID)
                .limit(rows)
                .fetch(row -> new AbandonedEvent(
                        row.getListener(),
                        row.getEventId(),
                        row.getEventJson(),
                        row.getCreatedAt(),
                        row.getFailure(),
                        row.getAbandonedAt()));
    }

    private static String shortened(String failure) {
        String text = failure.replace((char) 0, ' '); // which PostgreSQL takes in no text
        return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
    }
}

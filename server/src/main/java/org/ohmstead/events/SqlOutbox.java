package org.ohmstead.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.ohmstead.db.Database;
import org.ohmstead.db.Row;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

/** The rows of the outbox, by the numbers of their events: a row of PostgreSQL has none, a negative id, until it is given one. */
final class SqlOutbox {
    private static final Logger LOG = System.getLogger(SqlOutbox.class.getName());
    /** A transaction that numbers, or deletes, has so many rows at most. */
    private static final int STEP = 200;
    /** So many of the newest events, some 300 MB, are kept for readers at most, however young the others are. */
    static final long MOST_KEPT = 1_000_000;

    private static final String HEAD_OF_SQLITE =
            "select coalesce(max(seq), 0) from sqlite_sequence where name = 'outbox'";
    private static final String HEAD_OF_POSTGRES = "select position from event_cursor where name = 'outbox'";
    private static final String FRESH = "select id from outbox where id < 0 limit 1";
    private static final String LOCK = "select position from event_cursor where name = 'outbox' for update";
    /** By their ids, which are those of a station's own order, because its rows are written one after the other. */
    private static final String NUMBER = """
            with fresh as (select id, event_count from outbox where id < 0 order by id limit ?),
            given as (update outbox set id = ? + n.upto
                      from (select id, sum(event_count) over (order by id) as upto from fresh) n
                      where outbox.id = n.id returning outbox.id)
            update event_cursor set position = greatest(position, (select max(id) from given)) where name = 'outbox'""";

    private static final String FIRST = "select id, event_count from outbox where id > 0 order by id limit 1";
    private static final String OLDEST = "select created_at from outbox where id > ? and id > 0 order by id limit 1";
    private static final String AFTER =
            "select id, event_count, created_at, events_json from outbox where id > ? and id > 0 order by id limit ?";
    /** Behind a number, from the newest on; a row has {@link Outbox#MOST_EVENTS} numbers at most. */
    private static final String BEFORE = """
            select id, event_count, created_at, events_json from outbox
            where id > 0 and id < ? and id - event_count + 1 < ? order by id desc limit ?""";

    private static final String NEXT =
            "select id, event_count, created_at from outbox where id > ? and id > 0 order by id limit 1";
    /** Of the oldest rows those that are old, or of old numbers: rows come in the order of their times, so nothing else is looked at. */
    private static final String STEP_TO = """
            select coalesce(max(id), 0) from (
                select id, created_at from outbox where id > 0 and id <= ? order by id limit ?) as step
            where created_at <= ? or id <= ?""";

    private static final String DELETE = "delete from outbox where id > 0 and id <= ?";

    private final Database database;
    private final GroupCommit commits;
    private final SqlUndelivered undelivered;

    SqlOutbox(Database database, GroupCommit commits, SqlUndelivered undelivered) {
        this.database = database;
        this.commits = commits;
        this.undelivered = undelivered;
    }

    /**
     * Gives what has been committed its numbers. Of several nodes one does at a time, and its transaction is visible before the
     * next one begins: whoever sees a number sees all those below, so "behind the last one seen" misses nothing.
     *
     * @return whether there were any
     */
    boolean number() {
        if (database.dialect() == SQLDialect.SQLITE
                || database.rows(Scope.everywhere(), FRESH, row -> row.number(1))
                        .isEmpty()) {
            return false;
        }
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            long head = tx.rows(LOCK, row -> row.number(1)).getFirst();
            tx.later(
                    NUMBER, STEP,
                    head); // a statement of its own, which sees what was committed while the lock was waited for
            return null;
        });
        return true;
    }

    /** The number of the newest event. */
    long head() {
        String query = database.dialect() == SQLDialect.SQLITE ? HEAD_OF_SQLITE : HEAD_OF_POSTGRES;
        return database.rows(Scope.everywhere(), query, row -> row.number(1)).getFirst();
    }

    /** The number behind which every event is still there. */
    long floor() {
        long head = head(); // first, so that a row that comes meanwhile is not taken for one that has gone
        return database.rows(Scope.everywhere(), FIRST, row -> row.number(1) - row.number(2)).stream()
                .findFirst()
                .orElse(head);
    }

    /** When the first event behind that number was stored. Empty: there is none, or nobody knows. */
    Optional<Instant> oldestAfter(long position) {
        return database.rows(Scope.everywhere(), OLDEST, row -> time(row, 1), position).stream()
                .findFirst()
                .orElse(Optional.empty());
    }

    private static Optional<Instant> time(Row row, int column) {
        try {
            return Optional.ofNullable(row.instant(column));
        } catch (DateTimeException e) {
            LOG.log(Level.DEBUG, "A time of the outbox cannot be read", e);
            return Optional.empty();
        }
    }

    /** The rows with an event behind that number, in their order. */
    List<EventBatch> after(long position, int most) {
        return database.rows(Scope.everywhere(), AFTER, this::batch, position, most);
    }

    private EventBatch batch(Row row) {
        long last = row.number(1);
        int count = (int) row.number(2);
        long first = last - count + 1;
        String json = String.valueOf(row.text(4));
        try {
            Instant at = Objects.requireNonNull(row.instant(3));
            return new EventBatch(first, last, EventJson.read(first, count, at, json));
        } catch (IllegalStateException | DateTimeException e) {
            return new EventBatch(first, last, unreadable(first, json, e));
        }
    }

    /** It is kept apart, so that those behind it go on. */
    private List<StoredEvent> unreadable(long first, String json, RuntimeException why) {
        if (undelivered.unreadable(first, json, String.valueOf(why.getMessage()))) {
            LOG.log(Level.ERROR, "Event {0} is told nobody: {1}. It is kept in undelivered_event", first, why);
        }
        return List.of();
    }

    /** The rows with an event before that number, the newest first. */
    List<EventBatch> before(long number, int most) {
        long end = Math.min(number, Long.MAX_VALUE - Outbox.MOST_EVENTS) + Outbox.MOST_EVENTS;
        return database.rows(Scope.everywhere(), BEFORE, this::batch, end, number, most);
    }

    /**
     * The number of the first event that was stored then or later, or one behind the newest; rows are in the order of their times
     * but for clocks of nodes that differ. Looks at few of them, however many there are.
     */
    long firstFrom(Instant time) {
        long low = floor();
        long high = head();
        while (low < high) { // what is at most low was stored before, what is above high was not
            long middle = low + (high - low) / 2;
            Stored row = database.rows(Scope.everywhere(), NEXT, Stored::of, middle).stream()
                    .findFirst()
                    .orElse(null);
            if (row == null || !row.at().isBefore(time)) {
                high = middle;
            } else {
                low = Math.max(row.last(), middle + 1);
            }
        }
        return low + 1;
    }

    /** @param at the beginning of time, where it cannot be read */
    private record Stored(long last, Instant at) {
        static Stored of(Row row) {
            return new Stored(row.number(1), time(row, 3).orElse(Instant.MIN));
        }
    }

    /**
     * Deletes what is behind everybody, in small transactions.
     *
     * @param end of those that were stored later the newest {@link #MOST_KEPT} stay
     */
    void deleteTo(long position, Instant end) {
        long inAnyCase = head() - MOST_KEPT;
        while (true) {
            long last = database.rows(Scope.everywhere(), STEP_TO, row -> row.number(1), position, STEP, end, inAnyCase)
                    .getFirst();
            if (last == 0) {
                return;
            }
            commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
                tx.later(DELETE, last);
                return null;
            });
        }
    }
}

package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.EVENT_CURSOR;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/**
 * Where each listener is, and which node delivers to it. When a claim ends is the database's word, because the clocks of nodes
 * differ. On SQLite there is one node, and claims do not end.
 */
final class SqlCursors {
    /** PostgreSQL's row for the newest number. */
    private static final String HEAD = "outbox";

    private static final String NODE = "node:";
    private static final String POSITION = "select position from event_cursor where name = ?";

    /**
     * One of them.
     *
     * @param position the number of the last event that is behind it
     * @param isFree whether any node may take it
     */
    record Cursor(String name, long position, boolean isFree) {
        boolean isOfNode() {
            return name.startsWith(NODE);
        }
    }

    /** What a node has. @param kept those of them that it has had all the time */
    record Claimed(Set<String> all, Set<String> kept) {}

    private final Database database;
    private final GroupCommit commits;
    private final String node;
    private final Duration lease;
    private final Condition free;

    SqlCursors(Database database, GroupCommit commits, String node, Duration lease) {
        this.database = database;
        this.commits = commits;
        this.node = node;
        this.lease = lease;
        this.free = isShared()
                ? EVENT_CURSOR.NODE.isNull().or(DSL.condition("coalesce(claim_ends_at < now(), false)"))
                : EVENT_CURSOR.NODE.isNull();
    }

    /** Whether there can be other nodes. */
    boolean isShared() {
        return database.dialect() != SQLDialect.SQLITE;
    }

    List<Cursor> all() {
        Field<Boolean> isFree = DSL.field(free);
        return database.read(Scope.everywhere())
                .select(EVENT_CURSOR.NAME, EVENT_CURSOR.POSITION, isFree)
                .from(EVENT_CURSOR)
                .where(EVENT_CURSOR.NAME.ne(HEAD))
                .fetch(row -> new Cursor(row.value1(), row.value2(), row.value3()));
    }

    /** Where it stands. */
    long position(String listener) {
        return database.rows(Scope.everywhere(), POSITION, row -> row.number(1), listener)
                .getFirst();
    }

    /** New ones begin there. */
    void register(Iterable<String> listeners, long position) {
        write(tx -> {
            for (String name : listeners) {
                tx.sql()
                        .insertInto(EVENT_CURSOR, EVENT_CURSOR.NAME, EVENT_CURSOR.POSITION)
                        .values(name, position)
                        .onConflictDoNothing()
                        .execute();
            }
        });
    }

    /** What only this node has attached: nothing behind that is deleted as long as the node lives. */
    void attach(long position) {
        write(tx -> tx.sql()
                .insertInto(EVENT_CURSOR)
                .set(EVENT_CURSOR.NAME, NODE + node)
                .set(EVENT_CURSOR.POSITION, position)
                .set(EVENT_CURSOR.NODE, node)
                .set(EVENT_CURSOR.CLAIM_ENDS_AT, end())
                .onConflict(EVENT_CURSOR.NAME)
                .doUpdate()
                .set(EVENT_CURSOR.POSITION, position)
                .set(EVENT_CURSOR.NODE, node)
                .set(EVENT_CURSOR.CLAIM_ENDS_AT, end())
                .execute());
    }

    /** Keeps what the node has, and takes what nobody has or whose node has not kept it. */
    Claimed claim(Set<String> listeners) {
        Set<String> wanted = new HashSet<>(listeners);
        wanted.add(NODE + node);
        Condition ours = EVENT_CURSOR.NODE.eq(node);
        return commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            Set<String> kept = names(tx, ours);
            tx.sql()
                    .update(EVENT_CURSOR)
                    .set(EVENT_CURSOR.NODE, node)
                    .set(EVENT_CURSOR.CLAIM_ENDS_AT, end())
                    .where(EVENT_CURSOR.NAME.in(wanted))
                    .and(ours.or(free))
                    .execute();
            return new Claimed(names(tx, ours), kept);
        });
    }

    private static Set<String> names(Tx tx, Condition which) {
        return tx.sql()
                .select(EVENT_CURSOR.NAME)
                .from(EVENT_CURSOR)
                .where(which)
                .fetchSet(EVENT_CURSOR.NAME);
    }

    private Field<Instant> end() {
        return isShared()
                ? DSL.field("now() + {0} * interval '1 millisecond'", SQLDataType.INSTANT, DSL.val(lease.toMillis()))
                : DSL.inline(null, SQLDataType.INSTANT);
    }

    /** @return false: the node has lost it, and it stands where another has brought it */
    boolean move(Tx tx, String listener, long position) {
        return tx.sql()
                        .update(EVENT_CURSOR)
                        .set(EVENT_CURSOR.POSITION, position)
                        .where(EVENT_CURSOR.NAME.eq(listener).and(EVENT_CURSOR.NODE.eq(node)))
                        .execute()
                == 1;
    }

    /** So that others need not wait for the claims to end. */
    void release() {
        forget(NODE + node);
        release(EVENT_CURSOR.NODE.eq(node));
    }

    /** Where there can be no other node: what died without a word is nothing to wait for. */
    void releaseOthers() {
        release(EVENT_CURSOR.NODE.ne(node));
    }

    private void release(Condition whose) {
        write(tx -> tx.sql()
                .update(EVENT_CURSOR)
                .setNull(EVENT_CURSOR.NODE)
                .where(whose)
                .execute());
    }

    void forget(String name) {
        write(tx -> tx.sql()
                .deleteFrom(EVENT_CURSOR)
                .where(EVENT_CURSOR.NAME.eq(name))
                .execute());
    }

    private void write(Consumer<Tx> work) {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            work.accept(tx);
            return null;
        });
    }
}

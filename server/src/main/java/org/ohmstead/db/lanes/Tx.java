package org.ohmstead.db.lanes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Row;
import org.ohmstead.db.Writer;

/**
 * What a unit of work may do within the transaction that it shares with others: SQL and nothing else. A unit may be run
 * more than once, so it keeps no count of its own and leaves a failed statement's exception alone.
 */
public final class Tx {
    private final long station;
    private final Writer writer;
    private final DeferredStatements later;
    private final LaneMemory memory;
    private final List<Runnable> afterCommit = new ArrayList<>(2);
    private int floor;

    Tx(long station, Writer writer, DeferredStatements later, LaneMemory memory) {
        this.station = station;
        this.writer = writer;
        this.later = later;
        this.memory = memory;
    }

    /** For statements whose result is needed at once. They do not see what this unit has put off until later. */
    public DSLContext sql() {
        return writer.sql();
    }

    /**
     * A query as it stands, for the few that many messages bring: jOOQ takes longer to write one than SQLite to answer it.
     * As with {@link #sql()} it does not see what this unit has put off.
     */
    public <T> List<T> rows(String query, Row.Reader<T> reader, @Nullable Object... binds) {
        try {
            return writer.rows(query, reader, binds);
        } catch (SQLException e) {
            throw new DataAccessException(query + ": " + e.getMessage(), e);
        }
    }

    /** The id of a new row of a table, so that the row can be written {@link #later}. Never one of a row that was committed. */
    public long nextId(String table) {
        try {
            return writer.numbers().next(table);
        } catch (SQLException e) {
            throw new DataAccessException("ids of " + table + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the unit's lane knows of the unit's station from unit to unit: what stands in the database, or will with this
     * commit. A unit that writes what such an object tells of changes the object too. When a transaction fails it is forgotten
     * and loaded again.
     */
    public <T> T remembered(Class<T> kind, Supplier<T> load) {
        return memory.get(station, kind, load);
    }

    /** What was remembered of the unit's station counts no more: it has been written elsewhere. */
    public void forget() {
        memory.forget(station);
    }

    /**
     * Puts off a statement without a result: it goes out before the commit, in one JDBC batch with its equals of other
     * units. The order within the unit is kept, and the station's next unit finds it done.
     */
    public void later(Query statement) {
        later(statement.getSQL(), statement.getBindValues().toArray());
    }

    /** As {@link #later(Query)}, without jOOQ's rendering: for the few statements that every message brings. */
    public void later(String statement, @Nullable Object... binds) {
        floor = later.add(statement, binds, floor);
    }

    /** Hands in what the units of the transaction write together, just before the commit; nobody sees it earlier. */
    public <T> void together(CombinedInsert<T> kind, T item) {
        later.together(kind, item);
    }

    /** Hands in what is written behind all else of the transaction, see {@link LastWrite}; nobody sees it earlier. */
    public <T> void lastly(LastWrite<T> kind, T item) {
        later.lastly(kind, item);
    }

    /** Run once the facts are durable, before the caller goes on; must be short, and its failure is only logged. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    boolean hasPutOff() {
        return floor > 0;
    }
}

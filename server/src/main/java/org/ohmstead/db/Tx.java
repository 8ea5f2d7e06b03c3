package org.ohmstead.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work may do within the transaction that it shares with others: SQL and nothing else. A unit may be run
 * more than once, so it keeps no count of its own and leaves a failed statement's exception alone.
 */
public final class Tx {
    private static final Logger LOG = System.getLogger(Tx.class.getName());

    private final DSLContext sql;
    private final Later later;
    private final List<Runnable> afterCommit = new ArrayList<>(2);
    private int floor;

    Tx(DSLContext sql, Later later) {
        this.sql = sql;
        this.later = later;
    }

    /** For statements whose result is needed at once. They do not see what this unit has put off until later. */
    public DSLContext sql() {
        return sql;
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

    /** Run once the facts are durable and the caller has been woken; must be short, and its failure is only logged. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void runAfterCommit() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "What should follow a commit failed; the facts are durable", e);
            }
        }
    }

    boolean hasPutOff() {
        return floor > 0;
    }
}

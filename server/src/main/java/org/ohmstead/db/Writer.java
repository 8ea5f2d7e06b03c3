package org.ohmstead.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a lane keeps for as long as it works, so that its statements are prepared once: on SQLite preparing one
 * takes longer than running it.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Writer.class.getName());
    private static final int MOST_PREPARED = 200;

    private final Connection connection;
    private final DSLContext sql;
    private final Binds binds;
    private final Numbers numbers;
    private final boolean hasPolicies;
    /** Null: nobody's, or nobody knows. */
    private @Nullable Scope shown;

    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    Writer(Connection connection, DSLContext sql) throws SQLException {
        this.connection = connection;
        this.sql = sql;
        this.binds = new Binds(sql.dialect());
        this.numbers = new Numbers(this);
        this.hasPolicies = sql.dialect() == SQLDialect.POSTGRES;
        connection.setAutoCommit(false);
    }

    public DSLContext sql() {
        return sql;
    }

    /** From now on the rows of this scope are read and written. Asks the server only where it was another tenant's before. */
    public void show(Scope scope) throws SQLException {
        if (hasPolicies && (shown == null || !shown.isSameTenant(scope))) {
            shown = null;
            prepared(RowPolicies.SHOW, new Object[] {scope.setting()}).execute();
            shown = scope;
        }
    }

    /** The statement with its values set. Not to be closed: it is this writer's. */
    public PreparedStatement prepared(String text, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = prepared(text);
        binds.set(statement, values);
        return statement;
    }

    /** The rows of a query. */
    public <T> List<T> rows(String query, Row.Reader<T> reader, @Nullable Object... values) throws SQLException {
        return Row.all(prepared(query, values).executeQuery(), sql.dialect(), reader);
    }

    public Numbers numbers() {
        return numbers;
    }

    /** Runs a statement for each of the rows, as one JDBC batch. */
    public void batch(String text, Iterable<@Nullable Object[]> rows) throws SQLException {
        PreparedStatement statement = prepared(text);
        try {
            for (@Nullable Object[] row : rows) {
                binds.set(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } finally {
            statement.clearBatch(); // the statement lives on, and must not carry rows of a batch that failed into the
            // next
        }
    }

    private PreparedStatement prepared(String text) throws SQLException {
        PreparedStatement known = prepared.get(text);
        if (known != null) {
            return known;
        }
        if (prepared.size() == MOST_PREPARED) {
            Map.Entry<String, PreparedStatement> eldest =
                    prepared.entrySet().iterator().next();
            prepared.remove(eldest.getKey());
            eldest.getValue().close();
        }
        PreparedStatement fresh = connection.prepareStatement(text);
        prepared.put(text, fresh);
        return fresh;
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    /** @return false: it failed, and what the transaction holds ends with this connection alone */
    public boolean rollback() {
        numbers.forget();
        shown = null; // what was said in this transaction counts no more
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A transaction could not be rolled back; it ends with its connection", e);
            return false;
        }
    }

    @Override
    public void close() {
        try (connection) {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } catch (SQLException | NullPointerException e) { // the latter from a pool that was closed with this one in use
            LOG.log(Level.DEBUG, "A connection could not be given back", e);
        }
    }
}

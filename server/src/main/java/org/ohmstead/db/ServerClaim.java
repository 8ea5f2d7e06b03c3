package org.ohmstead.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.SupervisedThread;

/**
 * Keeps other processes away from a PostgreSQL database (its schema, to be exact): what one remembers of it would be wrong as
 * soon as another writes. An advisory lock on a connection of its own, which the server gives back when the connection ends,
 * however that comes. A connection that was lost is made anew, and the lock taken again; if another process was faster, this
 * one must go.
 */
final class ServerClaim implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ServerClaim.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int PATIENCE_S = 3;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    /** "ohms"; the other half is the schema, so that several installations fit into one database. */
    private static final String KEYS = "1869114739, hashtext(current_schema())";

    /**
     * A process that was killed has its connection closed by the system at once, but one whose machine died does not: the
     * server finds that out within 30 s. And it must not end this connection for being idle.
     */
    private static final String PREPARE = """
            select set_config(name, case name when 'lock_timeout' then '5s' when 'tcp_keepalives_idle' then '15'
                when 'tcp_keepalives_interval' then '5' when 'tcp_keepalives_count' then '3' else '0' end, false)
            from pg_settings where name in ('lock_timeout', 'statement_timeout', 'idle_session_timeout',
                'tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count')""";

    private static final String HOLDER = """
            select coalesce(host(a.client_addr), 'the same machine'), a.backend_start
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.classid = 1869114739
                and l.objid::bigint = hashtext(current_schema())::bigint & 4294967295
                and l.database = (select oid from pg_database where datname = current_database())""";

    private final DatabaseUrl url;
    private final DataSource source;
    private final Consumer<String> overtaken;
    private final SupervisedThread watch;
    private @Nullable Connection connection;
    private boolean taken;
    private volatile boolean closed;

    /** @param overtaken told in a sentence that another process has the database now */
    ServerClaim(DatabaseUrl url, DataSource source, Consumer<String> overtaken) {
        this.url = url;
        this.source = source;
        this.overtaken = overtaken;
        this.watch = SupervisedThread.platform("database-claim", this::watch);
    }

    /**
     * Waits a few seconds for one that is just ending.
     *
     * @throws DatabaseRefused if another process has it
     * @throws DataAccessException if the server cannot be asked
     */
    synchronized void take() {
        if (connection != null) {
            return;
        }
        try {
            connection = locked();
        } catch (SQLException e) {
            throw new DataAccessException("The database cannot be claimed: " + e.getMessage(), e);
        }
        taken = true;
    }

    private Connection locked() throws SQLException {
        Connection fresh = source.getConnection();
        boolean locked = false;
        try (Statement statement = fresh.createStatement()) {
            statement.execute(PREPARE);
            try {
                statement.execute("select pg_advisory_lock(" + KEYS + ")");
                locked = true;
            } catch (SQLException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw e;
                }
                throw new DatabaseRefused(
                        "The database " + url + " is in use by another server (" + holder(statement)
                                + "). Two servers on one database would lose messages; stop the other one, or name another"
                                + " database with --database.",
                        e);
            }
            return fresh;
        } finally {
            if (!locked) {
                fresh.close();
            }
        }
    }

    private static String holder(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(HOLDER)) {
            return rows.next() ? "from " + rows.getString(1) + " since " + rows.getString(2) : "just ended";
        }
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(this, LOOK.toNanos());
            look();
        }
    }

    private synchronized void look() {
        if (closed || !taken) {
            return;
        }
        try {
            Connection held = connection;
            if (held == null || !held.isValid(PATIENCE_S)) {
                connection = null;
                if (held != null) {
                    held.abort(Runnable::run);
                }
                connection = locked();
                LOG.log(Level.INFO, "The claim on the database was lost with its connection, and taken again");
            }
        } catch (DatabaseRefused e) {
            LOG.log(Level.ERROR, e.getMessage());
            overtaken.accept(e.getMessage());
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The claim on the database cannot be taken again yet", e);
        }
    }

    SupervisedThread.State thread() {
        return watch.state();
    }

    @Override
    public void close() {
        closed = true;
        watch.stop();
        giveBack();
    }

    private synchronized void giveBack() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The connection of the claim did not close well", e);
        }
    }
}

package org.ohmstead.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.ohmstead.background.SupervisedThread;

/**
 * Gives PostgreSQL statistics of a table soon after its first rows. Without any, all indexes look alike to it: a start then
 * looked for its own session among all of its tenant's, until autovacuum came by, a minute and a hundred thousand rows later.
 * From then on a table is autovacuum's. The months of readings are new tables, each.
 */
final class FirstStatistics implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FirstStatistics.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    /** What has rows and was never looked at. A few rows would give a wrong picture of many. */
    private static final String YOUNG_TABLES =
            "select s.relid::regclass::text from pg_stat_user_tables s join pg_class c on c.oid = s.relid"
                    + " where c.reltuples < 0 and s.n_live_tup >= 200";

    private final DataSource source;
    private final SupervisedThread thread;
    private volatile boolean closed;

    FirstStatistics(DataSource source) {
        this.source = source;
        this.thread = SupervisedThread.virtual("first-statistics", this::run);
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, BETWEEN_LOOKS.toNanos());
            if (!closed) {
                look();
            }
        }
    }

    private void look() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : youngTables(statement)) {
                statement.execute("analyze " + table);
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "New tables have no statistics yet; the next look may give them", e);
        }
    }

    private static List<String> youngTables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(YOUNG_TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    @Override
    public void close() {
        closed = true;
        thread.stop();
        thread.join();
    }

    SupervisedThread.State thread() {
        return thread.state();
    }
}

package org.ohmstead.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/**
 * The database that the URL names, with its schema up to date. Reads go through {@link #read}; every write goes
 * through {@link GroupCommit}, which alone holds the connections that may write.
 */
public final class Database implements AutoCloseable, Supervised {
    private static final Logger LOG = System.getLogger(Database.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    /** How long a database that cannot be reached is waited for, beside what each try takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final DatabaseSettings settings;
    private final Store store;
    private final Readers readers;
    private final Binds binds;
    private final Health health = new Health();

    private Database(DatabaseSettings settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.readers = new Readers(
                store,
                new DefaultConfiguration()
                        .set(store.dialect())
                        .set(jooq())
                        .set(new DefaultExecuteListenerProvider(new OutageListener())));
        this.binds = new Binds(store.dialect());
    }

    /** Who is told, in a sentence, what an operator has to know at once. */
    public interface Operator {
        /** The database cannot be reached; it is tried again. */
        void waiting(String sentence);

        /** Another process has the database now, so this one has to end without another write. */
        void taken(String sentence);
    }

    static final Operator IN_THE_LOG = new Operator() {
        @Override
        public void waiting(String sentence) {
            LOG.log(Level.WARNING, sentence);
        }

        @Override
        public void taken(String sentence) {
            LOG.log(Level.ERROR, sentence);
        }
    };

    /** Opens the database, with its operator in front of the log. */
    public static Database open(DatabaseSettings settings) {
        return open(settings, IN_THE_LOG);
    }

    /**
     * Opens the database for this process alone and brings its schema up to date. A server and its database often start
     * together, so it waits a while for one that cannot be reached.
     *
     * @throws DatabaseRefused if it cannot be opened
     */
    public static Database open(DatabaseSettings settings, Operator operator) {
        return over(
                settings,
                switch (DatabaseUrl.parse(settings.url())) {
                    case DatabaseUrl.Sqlite sqlite -> Store.sqlite(sqlite, settings);
                    case DatabaseUrl.Postgres postgres -> Store.postgres(postgres, settings, operator::taken);
                },
                operator);
    }

    static Database over(DatabaseSettings settings, Store store, Operator operator) {
        DatabaseUrl url = DatabaseUrl.parse(settings.url());
        Duration waited = Duration.ZERO;
        Duration wait = FIRST_WAIT;
        boolean again = false;
        while (true) {
            try {
                store.migrate();
                return new Database(settings, store);
            } catch (DatabaseRefused e) {
                store.close();
                throw e;
            } catch (FlywayException | DataAccessException e) {
                if (!again && Outage.isLocked(e)) {
                    again = true; // connections of ours that open a new file at once may be in each other's way
                    continue;
                }
                boolean full = Outage.isFullDisk(e);
                boolean soon =
                        full || store.dialect() == SQLDialect.POSTGRES && Outage.shownBy(e) && !Outage.isReadOnly(e);
                if (!soon
                        || !full && waited.compareTo(PATIENCE) >= 0
                        || Thread.currentThread().isInterrupted()) {
                    store.close();
                    throw DatabaseRefused.of(url, e);
                }
                if (waited.isZero()) {
                    operator.waiting(waiting(url, e));
                }
                LockSupport.parkNanos(wait.toNanos());
                waited = waited.plus(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private static String waiting(DatabaseUrl url, Exception why) {
        return Outage.isFullDisk(why)
                ? "The database " + url
                        + " cannot be opened, because its disk is full; make room. It is tried again until there is"
                        + " some"
                : "The database " + url + " cannot be reached (" + Outage.rootOf(why) + "); trying for "
                        + PATIENCE.toSeconds() + " s";
    }

    /**
     * For queries about the rows of somebody. Each statement takes a connection for itself, which cannot write on SQLite and must
     * not on any. One that finds no database throws {@link StoreUnavailable}.
     */
    public DSLContext read(Scope scope) {
        return readers.sql(scope);
    }

    /**
     * A query as it stands, for the few that many messages bring; see {@link Tx#rows}.
     *
     * @throws StoreUnavailable if the database is away
     */
    public <T> List<T> rows(Scope scope, String query, Row.Reader<T> reader, @Nullable Object... binds) {
        try (Connection connection = readers.connection(scope);
                PreparedStatement statement = connection.prepareStatement(query)) {
            this.binds.set(statement, binds);
            return Row.all(statement.executeQuery(), dialect(), reader);
        } catch (SQLException e) {
            throw Outage.told(new DataAccessException(query + ": " + e.getMessage(), e));
        }
    }

    public SQLDialect dialect() {
        return store.dialect();
    }

    /** Who beside our own queries holds tenants apart. */
    public enum RowSecurity {
        /** SQLite cannot. */
        NONE,
        /** PostgreSQL, for each row. */
        HELD,
        /** The user of the database may see all rows, whatever the policies say. */
        PASSED_BY
    }

    public RowSecurity rowSecurity() {
        return store.rowSecurity().get();
    }

    /** {@code sqlite} or {@code postgres}: for people. */
    public String kind() {
        return dialect().name().toLowerCase(Locale.ROOT);
    }

    /** Whether the last write reached the database. */
    public boolean isUp() {
        return health.isUp();
    }

    /** Why it takes no writes, or took none until a few seconds ago, for people; empty: it takes them. */
    public Optional<String> outage() {
        return health.outage();
    }

    /**
     * Asks the database for a sign of life, which is no more than that: {@link #outage()} tells whether it takes writes.
     *
     * @throws StoreUnavailable if none comes in time
     */
    public void ping() {
        try (Connection connection = store.writers().getConnection()) {
            if (!connection.isValid((int) Math.max(1, settings.connectTimeout().toSeconds()))) {
                throw new SQLException("no answer to a ping", "08000");
            }
        } catch (SQLException e) {
            lost(e);
            throw new StoreUnavailable("The database does not answer: " + e.getMessage(), e);
        }
    }

    /** The threads that look after it. */
    @Override
    public List<SupervisedThread.State> threads() {
        return store.upkeep().threads();
    }

    public DatabaseSettings settings() {
        return settings;
    }

    /** One lane per writing connection; the lane after the last is for work that no station waits for. */
    public int lanes() {
        return dialect() == SQLDialect.SQLITE ? 1 : settings.lanes() + 1;
    }

    /** A connection that may write, for as long as the caller keeps it. */
    public Writer writer() throws SQLException {
        Connection connection = store.writers().getConnection();
        boolean ready = false;
        try {
            Writer writer = new Writer(connection, DSL.using(connection, dialect(), jooq()));
            ready = true;
            return writer;
        } finally {
            if (!ready) { // SQLite is locked, for example; kept, it would be one of the pool's few for ever
                connection.close();
            }
        }
    }

    public void reached() {
        health.reached();
    }

    public boolean isCheckDue() {
        return health.isCheckDue()
                || health.outage().isEmpty() && store.upkeep().fault().isPresent();
    }

    /** @throws StoreUnavailable where writing would do harm, whatever the store itself says */
    public void mustStand() {
        store.upkeep().fault().ifPresent(fault -> {
            throw new StoreUnavailable(fault, null);
        });
    }

    /** Gives up every connection: those that still stand in the pool may be as dead as the one that failed. */
    public void renew() {
        store.evict();
    }

    public void lost(Throwable why) {
        if (!Outage.isOurWord(why)) {
            renew();
        }
        health.lost(Outage.wordsOf(why));
    }

    private static Settings jooq() {
        return new Settings()
                .withRenderSchema(false)
                .withRenderCatalog(false)
                .withExecuteLogging(false)
                .withDiagnosticsLogging(false)
                .withExecuteUpdateWithoutWhere(org.jooq.conf.ExecuteWithoutWhere.THROW)
                .withExecuteDeleteWithoutWhere(org.jooq.conf.ExecuteWithoutWhere.THROW);
    }

    /** After the group commit and everything else that writes. */
    @Override
    public void close() {
        store.close();
    }
}

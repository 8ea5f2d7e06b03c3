package org.ohmstead.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database.RowSecurity;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * The connections to one database: few that write, some that read, and how its schema is brought up to date.
 *
 * @param serversReaders for what the server reads for itself, of all tenants
 * @param migration brings the schema up to date; throws Flyway's exception
 * @param rowSecurity whether it holds tenants apart; known once the schema is up to date
 * @param upkeep looks after it
 * @param onClose what is left to clear away
 */
record Store(
        SQLDialect dialect,
        DataSource writers,
        DataSource readers,
        DataSource serversReaders,
        Runnable migration,
        Supplier<RowSecurity> rowSecurity,
        StoreUpkeep upkeep,
        List<Runnable> onClose)
        implements AutoCloseable {

    private static final Duration BUSY = Duration.ofSeconds(10);
    /** Holds the upper pages of all indexes of a large installation; SQLite's own 2 MiB do not. */
    private static final int WRITE_CACHE_KIB = 32 << 10;

    private static final int READ_CACHE_KIB = 4 << 10;
    /**
     * How long SQLite's log may get before a commit itself has to copy it into the file, in pages of 4 KiB. {@link Checkpoints}
     * has done nearly all of that by then.
     */
    private static final int LONGEST_LOG = 32_768;

    private enum Use {
        READ,
        WRITE,
        MIGRATE // Flyway begins transactions on two connections and needs the lock on one only
    }

    static Store sqlite(DatabaseUrl.Sqlite url, DatabaseSettings settings) {
        boolean temporary = url.file().isEmpty();
        Path file = url.file().orElseGet(Store::temporaryFile).toAbsolutePath();
        makeFolder(file);
        FileClaim claim = FileClaim.of(file);
        create(file);
        AtomicReference<List<HikariDataSource>> pools = new AtomicReference<>(List.of());
        FileWatch watch = new FileWatch(file, () -> pools.get().forEach(Store::evict));
        HikariConfig write = pool("write", 2, settings);
        write.setDataSource(source(file, Use.WRITE, temporary, watch));
        write.setConnectionInitSql("pragma wal_autocheckpoint = " + LONGEST_LOG);
        HikariConfig read = pool("read", settings.readers(), settings);
        read.setDataSource(source(file, Use.READ, temporary, watch));
        read.setReadOnly(true);
        HikariDataSource writers = new HikariDataSource(write);
        HikariDataSource readers = new HikariDataSource(read);
        pools.set(List.of(writers, readers));
        Checkpoints checkpoints = new Checkpoints(file, source(file, Use.MIGRATE, temporary, watch));
        return new Store(
                SQLDialect.SQLITE,
                writers,
                readers,
                readers,
                () -> {
                    Migrations.apply(source(file, Use.MIGRATE, temporary, watch), "db/sqlite", null);
                    write(writers);
                    watch.begin();
                },
                () -> RowSecurity.NONE,
                upkeep(checkpoints, watch),
                temporary
                        ? List.of(
                                checkpoints::stop,
                                readers::close,
                                writers::close,
                                checkpoints::close,
                                claim::close,
                                () -> delete(file))
                        : List.of(checkpoints::stop, readers::close, writers::close, checkpoints::close, claim::close));
    }

    private static int seconds(Duration duration) {
        return (int) duration.toSeconds();
    }

    private static void makeFolder(Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw FileClaim.unwritable(file, e);
        }
    }

    private static StoreUpkeep upkeep(Checkpoints checkpoints, FileWatch watch) {
        return new StoreUpkeep() {
            @Override
            public List<SupervisedThread.State> threads() {
                return List.of(checkpoints.thread());
            }

            @Override
            public Optional<String> fault() {
                return watch.fault();
            }
        };
    }

    /** An empty file is an empty database. */
    private static void create(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw FileClaim.unwritable(file, e);
        }
    }

    /** @param taken told in a sentence that another process has the database now */
    static Store postgres(DatabaseUrl.Postgres url, DatabaseSettings settings, Consumer<String> taken) {
        HikariConfig write = pool("write", settings.lanes() + 3, settings);
        HikariConfig read = pool("read", settings.readers(), settings);
        HikariConfig own = pool("read-all", Math.max(2, settings.readers() / 2), settings);
        for (HikariConfig config : List.of(write, read, own)) {
            PGSimpleDataSource source = source(url, settings);
            source.setSocketTimeout(seconds(settings.statementTimeout()) + 2);
            config.setDataSource(source);
            // The server ends what we no longer wait for, so that nothing of it can be committed behind our back.
            config.setConnectionInitSql(
                    "set statement_timeout = " + settings.statementTimeout().toMillis()
                            + "; set idle_in_transaction_session_timeout = 60000; set default_transaction_read_only = "
                            + (config == write ? "off" : "on")
                            + (config == own ? "; " + RowPolicies.everywhere() : ""));
        }
        HikariDataSource writers = new HikariDataSource(write);
        HikariDataSource readers = new HikariDataSource(read);
        HikariDataSource serversReaders = new HikariDataSource(own);
        AtomicReference<RowSecurity> rowSecurity = new AtomicReference<>(RowSecurity.HELD);
        FirstStatistics statistics = new FirstStatistics(writers);
        PGSimpleDataSource claimed = source(url, settings);
        claimed.setSocketTimeout(seconds(settings.statementTimeout()) + 10);
        ServerClaim claim = new ServerClaim(url, claimed, taken);
        return new Store(
                SQLDialect.POSTGRES,
                writers,
                readers,
                serversReaders,
                () -> {
                    claim.take();
                    Migrations.apply(source(url, settings), "db/postgres", RowPolicies.everywhere());
                    write(source(url, settings));
                    rowSecurity.set(
                            RowPolicies.areHeld(source(url, settings)) ? RowSecurity.HELD : RowSecurity.PASSED_BY);
                },
                rowSecurity::get,
                () -> List.of(statistics.thread(), claim.thread()),
                List.of(statistics::close, readers::close, serversReaders::close, writers::close, claim::close));
    }

    /**
     * Where the schema is up to date, opening writes nothing; another program that holds the lock, or a server that takes no
     * writes, is to be noticed all the same.
     */
    private static void write(DataSource writers) {
        try (Connection connection = writers.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false); // takes the lock, see Use.WRITE
            statement.execute(Health.CHECK);
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DataAccessException("The database cannot be written: " + e.getMessage(), e);
        }
    }

    private static HikariConfig pool(String name, int size, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database-" + name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Math.max(250, settings.connectTimeout().toMillis()));
        config.setValidationTimeout(Math.max(250, settings.connectTimeout().toMillis() / 2));
        config.setInitializationFailTimeout(-1); // waiting for the database is Database.open's part
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        return config;
    }

    private static SQLiteDataSource source(Path file, Use use, boolean temporary, FileWatch watch) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(temporary ? SQLiteConfig.SynchronousMode.OFF : SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.enforceForeignKeys(true);
        config.setCacheSize(use == Use.WRITE ? -WRITE_CACHE_KIB : -READ_CACHE_KIB);
        config.setReadOnly(use == Use.READ);
        config.resetOpenMode(SQLiteOpenMode.CREATE); // a file that was taken away must not be made anew by a connection
        if (use == Use.WRITE) {
            // Taking the write lock first keeps another program's write from ending ours half-way.
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            config.setOpenMode(SQLiteOpenMode.NOMUTEX); // a writer belongs to one thread at a time
        }
        SQLiteDataSource source = watch.source(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static PGSimpleDataSource source(DatabaseUrl.Postgres url, DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout((int) Math.max(1, settings.connectTimeout().toSeconds()));
        source.setLoginTimeout((int) Math.max(1, settings.connectTimeout().toSeconds()));
        source.setTcpKeepAlive(true);
        source.setApplicationName("ohmstead");
        source.setUrl(url.jdbc()); // last, so that its parameters win
        url.user().ifPresent(source::setUser);
        url.password().ifPresent(source::setPassword);
        return source;
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempDirectory("ohmstead").resolve("memory.db");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a temporary database", e);
        }
    }

    private static void delete(Path file) {
        try {
            for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary database is left behind: " + file, e);
        }
    }

    void evict() {
        if (writers instanceof HikariDataSource pool) {
            evict(pool);
        }
    }

    private static void evict(HikariDataSource pool) {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    void migrate() {
        migration.run();
    }

    @Override
    public void close() {
        onClose.forEach(Runnable::run);
    }
}

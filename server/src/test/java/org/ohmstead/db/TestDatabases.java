package org.ohmstead.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Databases for tests, each with its schema and nothing in it: SQLite in a file that is made by copying, and a real
 * PostgreSQL, one server for all tests of the JVM.
 */
public final class TestDatabases {
    /** Owns all, and is no superuser: policies count for it. */
    public static final String USER = "ohmstead";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable Path template;
    private static final Logger LOG = System.getLogger(TestDatabases.class.getName());

    /** A test that starts its server again comes back to its database. */
    private static final int KEPT = 20;

    private static final Queue<String> MADE = new ArrayDeque<>();

    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String migrated;

    /** {@code -Dohmstead.test.databases=sqlite}: for runs in which a PostgreSQL would cost more than it tells. */
    private static final boolean ONLY_SQLITE = "sqlite".equals(System.getProperty("ohmstead.test.databases"));

    private TestDatabases() {}

    /** A database to be opened by the test: {@code @ParameterizedTest @MethodSource("org.ohmstead.db.TestDatabases#each")}. */
    public record Kind(String name, Supplier<Database> opener) {
        public Database open() {
            return opener.get();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Kind> each() {
        Kind sqlite = new Kind("SQLite", TestDatabases::sqlite);
        return ONLY_SQLITE ? Stream.of(sqlite) : Stream.of(sqlite, new Kind("PostgreSQL", TestDatabases::postgres));
    }

    /** Deleted when the JVM ends. Queries for a tenant have to name it, because here nothing else keeps tenants apart. */
    public static Database sqlite() {
        DatabaseSettings settings = DatabaseSettings.of("sqlite:" + sqliteFile());
        Store store = Store.sqlite((DatabaseUrl.Sqlite) DatabaseUrl.parse(settings.url()), settings);
        return Database.over(
                settings,
                new Store(
                        store.dialect(),
                        store.writers(),
                        TenantsInQueries.demandedBy(store.readers()),
                        store.serversReaders(),
                        store.migration(),
                        store.rowSecurity(),
                        store.upkeep(),
                        store.onClose()),
                Database.IN_THE_LOG);
    }

    /** The path of a new SQLite file with the schema. */
    public static Path sqliteFile() {
        try {
            Path folder = Files.createTempDirectory("ohmstead-test");
            Path file = folder.resolve("ohmstead.db");
            Files.copy(template(), file);
            List.of(folder, file, Path.of(file + "-wal"), Path.of(file + "-shm"), Path.of(file + ".lock"))
                    .forEach(path -> path.toFile().deleteOnExit());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path template() throws IOException {
        if (template == null) {
            Path file = Files.createTempDirectory("ohmstead-test").resolve("template.db");
            Database.open(DatabaseSettings.of("sqlite:" + file)).close();
            file.getParent().toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Path.of(file + ".lock").toFile().deleteOnExit();
            template = file;
        }
        return template;
    }

    public static Database postgres() {
        return Database.open(DatabaseSettings.of(migratedPostgresUrl()));
    }

    /** The URL of a new PostgreSQL database with the schema. */
    public static String migratedPostgresUrl() {
        return url(created("template " + postgresTemplate()));
    }

    /** To a database by its URL, as one whom no policy holds. */
    public static Connection superuser(String url) throws SQLException {
        return connect(url, "postgres");
    }

    /** To a database by its URL, as the server itself would be. */
    public static Connection ordinary(String url) throws SQLException {
        return connect(url, USER);
    }

    private static Connection connect(String url, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url.replace(USER + "@", "") + "?user=" + user);
    }

    /** The URL of a new PostgreSQL database without a schema. */
    public static String postgresUrl() {
        return url(created(""));
    }

    private static synchronized String postgresTemplate() {
        if (migrated == null) {
            String name = created("");
            Database.open(DatabaseSettings.of(url(name))).close();
            migrated = name;
        }
        return migrated;
    }

    private static synchronized String created(String how) {
        Assumptions.assumeFalse(ONLY_SQLITE, "only SQLite is wanted");
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + USER + " " + how);
            MADE.add(name);
            if (MADE.size() > KEPT) {
                drop(statement, MADE.remove());
            }
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A thousand of them are a million files, which somebody has to delete in the end. One that is still in use stays. */
    private static void drop(Statement statement, String name) {
        try {
            if (!name.equals(migrated)) {
                statement.execute("drop database " + name);
            }
        } catch (SQLException inUse) {
            LOG.log(Level.DEBUG, "A database of the tests is still in use", inUse);
        }
    }

    private static String url(String name) {
        return "postgresql://" + USER + "@localhost:" + server().getPort() + "/" + name;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("fsync", "off")
                        .start();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create role " + USER + " login");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}

package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.TENANT;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.Await;
import org.ohmstead.db.lanes.GroupCommit;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A database that answers and takes no writes: its disk is full, its file was taken away, it is a standby. */
class WritesRefusedTest {
    @TempDir
    Path folder;

    /** What the log has said of the database meanwhile. */
    private static final class Said extends Handler implements AutoCloseable {
        private final List<String> lines = new ArrayList<>();
        private final Logger logger = Logger.getLogger(Health.class.getName());

        Said() {
            logger.addHandler(this);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }

    private static int insert(GroupCommit commits, long id) {
        return commits.write(Scope.everywhere(), id, tx -> tx.sql()
                .insertInto(TENANT, TENANT.ID, TENANT.SLUG, TENANT.NAME, TENANT.CREATED_AT)
                .values(id, "s" + id, "n", Instant.EPOCH)
                .onConflict(TENANT.ID)
                .doNothing()
                .execute());
    }

    private static boolean refuses(GroupCommit commits, long id, String why) {
        try {
            insert(commits, id);
            return false;
        } catch (StoreUnavailable e) {
            return String.valueOf(e.getMessage()).contains(why);
        }
    }

    private static List<Long> ids(Database database) {
        return database.read(Scope.everywhere())
                .select(TENANT.ID)
                .from(TENANT)
                .orderBy(TENANT.ID)
                .fetch(TENANT.ID);
    }

    private static SQLException full() {
        return new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
    }

    @Test
    void a_full_disk_is_told_once_whatever_small_writes_it_takes_and_is_seen_to_be_over_without_any_of_ours() {
        DatabaseSettings settings = DatabaseSettings.of("sqlite::memory:");
        Store real = Store.sqlite(new DatabaseUrl.Sqlite(Optional.empty()), settings);
        FailingSource disk = new FailingSource(real.writers());
        Store store = new Store(
                real.dialect(),
                disk,
                real.readers(),
                real.readers(),
                real::migrate,
                real.rowSecurity(),
                real.upkeep(),
                List.of(real::close));
        try (Said said = new Said();
                Database database = Database.over(settings, store, Database.IN_THE_LOG);
                GroupCommit commits = new GroupCommit(database)) {
            for (int i = 10; i < 40; i++) {
                disk.failure = full();
                disk.commitsThatFail.set(2);
                int id = i;
                assertThatThrownBy(() -> insert(commits, id)).isInstanceOf(StoreUnavailable.class);
                database.ping();
                assertThat(database.isUp()).as("it answers, and takes nothing").isFalse();
                assertThat(database.outage())
                        .hasValueSatisfying(why -> assertThat(why).contains("full"));
                insert(commits, 1_000 + i); // small enough for the room that there is
                assertThat(database.outage()).isPresent();
            }
            assertThat(said.lines()).singleElement().asString().contains("away");
            Await.until(() -> database.outage().isEmpty());
            assertThat(database.isUp()).isTrue();
            assertThat(said.lines()).hasSize(2).last().asString().contains("back");
        }
    }

    @Test
    void a_file_that_was_moved_away_is_written_no_more_and_goes_on_when_it_is_back() throws IOException {
        Path file = folder.resolve("ohmstead.db");
        Path elsewhere = folder.resolve("elsewhere.db");
        try (Database database = Database.open(DatabaseSettings.of("sqlite:" + file));
                GroupCommit commits = new GroupCommit(database)) {
            insert(commits, 10);
            Files.move(file, elsewhere);
            Await.until(() -> refuses(commits, 11, "moved away or deleted"));
            assertThat(database.outage())
                    .hasValueSatisfying(why -> assertThat(why).contains(file.toString(), "restart"));
            assertThat(database.isUp()).isFalse();
            assertThat(file).as("and none is made anew").doesNotExist();
            Files.writeString(file, "");
            Await.until(() -> refuses(commits, 11, "stands another one"));
            Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
            Await.until(() -> database.isUp()); // by itself
            insert(commits, 12);
            assertThat(ids(database)).contains(1L, 10L, 12L);
        }
        try (Database again = Database.open(DatabaseSettings.of("sqlite:" + file))) {
            assertThat(ids(again)).contains(1L, 10L, 12L);
        }
    }

    @Test
    void no_connection_is_opened_to_a_file_that_stands_in_its_place_so_that_its_log_is_kept() throws Exception {
        Path file = folder.resolve("ohmstead.db");
        Path elsewhere = folder.resolve("elsewhere.db");
        Store store = Store.sqlite(new DatabaseUrl.Sqlite(Optional.of(file)), DatabaseSettings.of("sqlite:" + file));
        try (Database database = Database.over(DatabaseSettings.of("sqlite:" + file), store, Database.IN_THE_LOG);
                GroupCommit commits = new GroupCommit(database)) {
            insert(commits, 10); // stands in the log only
            Files.move(file, elsewhere);
            Files.writeString(file, "");
            for (DataSource pool : List.of(store.readers(), store.writers())) {
                ((HikariDataSource) pool).getHikariPoolMXBean().softEvictConnections();
                assertThatThrownBy(() -> touch(pool)).hasStackTraceContaining("stands another one");
            }
            Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
            Await.until(() -> ids(database).equals(List.of(1L, 10L)));
        }
    }

    private static void touch(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from sqlite_master");
        }
    }

    @Test
    void a_file_that_was_deleted_is_noticed_while_nobody_writes_too() throws IOException {
        Path file = folder.resolve("ohmstead.db");
        try (Database database = Database.open(DatabaseSettings.of("sqlite:" + file));
                GroupCommit commits = new GroupCommit(database)) {
            insert(commits, 10);
            Files.delete(file);
            Await.until(() -> database.outage().isPresent());
            assertThatThrownBy(() -> insert(commits, 11))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("moved away or deleted");
        }
    }

    @Test
    void a_start_on_a_full_disk_waits_until_there_is_room_and_says_so_once() {
        DatabaseSettings settings = DatabaseSettings.of("sqlite:" + folder.resolve("ohmstead.db"));
        Store real = Store.sqlite(new DatabaseUrl.Sqlite(Optional.of(folder.resolve("ohmstead.db"))), settings);
        AtomicInteger tries = new AtomicInteger();
        Store store = new Store(
                real.dialect(),
                real.writers(),
                real.readers(),
                real.readers(),
                () -> {
                    if (tries.incrementAndGet() <= 2) {
                        throw new DataAccessException("The database cannot be written", full());
                    }
                    real.migrate();
                },
                real.rowSecurity(),
                real.upkeep(),
                List.of(real::close));
        List<String> said = new ArrayList<>();
        Database.Operator operator = new Database.Operator() {
            @Override
            public void waiting(String sentence) {
                said.add(sentence);
            }

            @Override
            public void taken(String sentence) {
                said.add(sentence);
            }
        };
        try (Database database = Database.over(settings, store, operator)) {
            assertThat(ids(database)).containsExactly(1L);
            assertThat(said).singleElement().asString().contains("disk is full", "make room");
        }
    }

    @Test
    void a_standby_is_refused_in_a_sentence(@TempDir Path data) throws IOException {
        String url;
        try (EmbeddedPostgres server = server(data)) {
            url = "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
            Database.open(DatabaseSettings.of(url)).close();
        }
        Files.createFile(data.resolve("data/standby.signal"));
        try (EmbeddedPostgres server = server(data)) {
            DatabaseSettings settings = new DatabaseSettings(
                    "postgresql://postgres@localhost:" + server.getPort() + "/postgres",
                    2,
                    16,
                    2,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));
            assertThatThrownBy(() -> Database.open(settings))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("takes no writes")
                    .hasMessageContaining("standby");
        }
    }

    private static EmbeddedPostgres server(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }
}

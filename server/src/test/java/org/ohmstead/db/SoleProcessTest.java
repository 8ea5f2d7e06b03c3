package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;

/** One process has a database, and what cannot be opened is refused in words. */
class SoleProcessTest {
    @TempDir
    static Path folder;

    static Stream<String> urls() {
        return Stream.of("sqlite:" + folder.resolve("one.db"), TestDatabases.postgresUrl());
    }

    @ParameterizedTest
    @MethodSource("urls")
    void a_second_one_on_the_same_database_is_refused_until_the_first_has_ended(String url) {
        Database first = Database.open(DatabaseSettings.of(url));
        assertThatThrownBy(() -> Database.open(DatabaseSettings.of(url)))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("is in use by")
                .hasMessageContaining("--database");
        first.ping();
        first.close();
        Database.open(DatabaseSettings.of(url)).close();
    }

    @Test
    void another_way_to_write_the_same_file_is_no_way_in() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), real);
        try (Database first = Database.open(DatabaseSettings.of("sqlite:" + real.resolve("x.db")))) {
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), real.resolve("x.db"));
            for (Path other : List.of(linked.resolve("x.db"), link, real.resolve("../real/x.db"))) {
                assertThatThrownBy(() -> Database.open(DatabaseSettings.of("sqlite:" + other)))
                        .isInstanceOf(DatabaseRefused.class);
            }
            first.ping();
        }
    }

    @Test
    void a_claim_that_was_lost_with_its_connection_is_taken_again() throws SQLException {
        String url = TestDatabases.postgresUrl();
        try (Database first = Database.open(DatabaseSettings.of(url))) {
            execute(
                    url,
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                            + " and database = (select oid from pg_database where datname = current_database())");
            Await.until(() -> count(
                            url,
                            "select count(*) from pg_locks where locktype = 'advisory' and granted"
                                    + " and database = (select oid from pg_database where datname = current_database())")
                    == 1);
            assertThatThrownBy(() -> Database.open(DatabaseSettings.of(url))).isInstanceOf(DatabaseRefused.class);
            first.ping();
        }
    }

    @Test
    void one_that_another_process_has_overtaken_meanwhile_is_told_to_end() throws SQLException {
        String url = TestDatabases.postgresUrl();
        List<String> told = new CopyOnWriteArrayList<>();
        Database.Operator operator = new Database.Operator() {
            @Override
            public void waiting(String sentence) {}

            @Override
            public void taken(String sentence) {
                told.add(sentence);
            }
        };
        try (Database first = Database.open(DatabaseSettings.of(url), operator);
                Connection faster = connect(url);
                Statement statement = faster.createStatement()) {
            // It stands in the queue for the lock at the moment when the first one's connection ends.
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    statement.execute("select pg_advisory_lock(1869114739, hashtext(current_schema()))");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            Await.until(() -> count(
                            url,
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                    + " and database = (select oid from pg_database where datname = current_database())")
                    == 1);
            execute(
                    url,
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                            + " and database = (select oid from pg_database where datname = current_database())");
            Await.until(() -> !told.isEmpty());
            assertThat(told.getFirst()).contains("is in use by another server");
            assertThat(waiting.isAlive()).isFalse();
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused_in_words() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.db"), "no database at all, ".repeat(500));
        refused("sqlite:" + garbage, "is damaged, or is no database");
        refused("sqlite:" + Files.createDirectory(folder.resolve("folder.db")), "cannot be opened for writing");
        Path file = Files.writeString(folder.resolve("file"), "");
        refused("sqlite:" + file.resolve("sub/x.db"), "its folder cannot");
        refused("sqlite:/proc/ohmstead/x.db", "its folder cannot");
    }

    @Test
    void a_server_that_says_no_is_not_waited_for_and_its_answer_is_passed_on_without_the_password() {
        String there = TestDatabases.postgresUrl();
        String server = there.substring(0, there.lastIndexOf('/'));
        refused(server + "/nosuch", "does not exist");
        refused(
                server.replace(TestDatabases.USER + "@", "nobody:s3cret@") + "/postgres",
                "refuses user name or password");
    }

    @Test
    void a_database_of_something_else_is_left_alone() throws SQLException {
        String url = TestDatabases.postgresUrl();
        execute(url, "create table accounts (id int)");
        refused(url, "holds tables that are not Ohmstead's");
    }

    private static void refused(String url, String words) {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.of(url)))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(words)
                .message()
                .hasLineCount(1)
                .doesNotContain("s3cret");
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + url.replace(TestDatabases.USER + "@", "") + "?user=" + TestDatabases.USER);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

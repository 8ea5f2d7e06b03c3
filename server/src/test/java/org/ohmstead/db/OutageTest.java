package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.TENANT;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.Await;
import org.ohmstead.db.lanes.GroupCommit;

class OutageTest {
    private static final DatabaseSettings SETTINGS = DatabaseSettings.of("sqlite::memory:");

    private FailingSource source;
    private Database database;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        Store store = Store.sqlite(new DatabaseUrl.Sqlite(java.util.Optional.empty()), SETTINGS);
        source = new FailingSource(store.writers());
        database = Database.over(
                SETTINGS,
                new Store(
                        store.dialect(),
                        source,
                        store.readers(),
                        store.readers(),
                        store::migrate,
                        store.rowSecurity(),
                        store.upkeep(),
                        List.of(store::close)),
                Database.IN_THE_LOG);
        commits = new GroupCommit(database);
    }

    @AfterEach
    void close() {
        commits.close();
        database.close();
    }

    @Test
    void what_could_not_be_rolled_back_ends_with_its_connection_and_not_in_the_next_commit() {
        source.rollbacksThatFail.set(1);
        assertThatThrownBy(() -> commits.write(Scope.everywhere(), 1, tx -> {
                    tx.sql()
                            .execute(
                                    "insert into tenant (id, slug, name, created_at) values (10, 'ten', 'ten', '1970-01-01')");
                    throw new IllegalArgumentException("mine");
                }))
                .hasMessage("mine");
        assertThat(insert(commits, 11)).isEqualTo(1);
        assertThat(ids(database)).containsExactly(1L, 11L);
    }

    @Test
    void a_lane_that_dies_of_a_fault_tells_who_waits_is_seen_and_goes_on() {
        insert(commits, 10);
        source.rollbacksThatFail.set(1);
        source.closesThatFail.set(1); // behind the rollback, where nobody expects it
        assertThatThrownBy(() -> commits.write(Scope.everywhere(), 1, tx -> {
                    throw new IllegalArgumentException("mine");
                }))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(insert(commits, 11)).isEqualTo(1);
        assertThat(commits.threads()).singleElement().satisfies(lane -> {
            assertThat(lane.name()).isEqualTo("commit-0");
            assertThat(lane.failures()).isEqualTo(1);
            assertThat(lane.lastFailure()).contains("the pool has a fault");
        });
        assertThat(ids(database)).containsExactly(1L, 10L, 11L);
    }

    @Test
    void a_database_that_is_closed_under_a_running_write_ends_the_write_and_not_the_lane() throws InterruptedException {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        Database own = TestDatabases.postgres();
        GroupCommit writes = new GroupCommit(own);
        List<RuntimeException> ends = new CopyOnWriteArrayList<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                writes.write(Scope.everywhere(), 1, tx -> {
                    begun.complete(null);
                    go.join();
                    return tx.sql().fetchCount(TENANT);
                });
            } catch (RuntimeException e) {
                ends.add(e);
            }
        });
        begun.join();
        own.close();
        go.complete(null);
        assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
        writes.close();
        assertThat(writes.threads()).extracting(lane -> lane.failures()).containsOnly(0L);
        assertThat(ends).hasSize(1);
    }

    @Test
    void a_transaction_that_is_lost_before_its_commit_is_run_again() {
        source.commitsThatFail.set(1);
        assertThat(insert(commits, 10)).isEqualTo(1);
        assertThat(ids(database)).containsExactly(1L, 10L);
    }

    @Test
    void a_commit_whose_answer_is_lost_is_run_again_and_the_fact_stands_once() {
        source.commitsWhoseAnswerIsLost.set(1);
        assertThat(insert(commits, 10)).isZero(); // the first run's row stands
        assertThat(ids(database)).containsExactly(1L, 10L);
        assertThat(source.commits).hasValue(2);
    }

    @Test
    void a_commit_that_fails_twice_is_never_acknowledged() {
        source.commitsThatFail.set(2);
        assertThatThrownBy(() -> insert(commits, 10)).isInstanceOf(StoreUnavailable.class);
        assertThat(ids(database)).containsExactly(1L);
        assertThat(database.isUp()).isFalse();
    }

    @Test
    void writes_are_refused_while_the_database_is_away_and_go_on_when_it_is_back() {
        insert(commits, 10);
        source.away = true;
        assertThatThrownBy(() -> insert(commits, 11)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(database::ping).isInstanceOf(StoreUnavailable.class);
        assertThat(database.isUp()).isFalse();
        assertThat(commits.unavailable()).isEqualTo(1);
        source.away = false;
        insert(commits, 12);
        assertThat(database.isUp()).isTrue();
        assertThat(ids(database)).containsExactly(1L, 10L, 12L);
    }

    @Test
    void a_connection_on_which_no_transaction_can_begin_goes_back_to_the_pool_and_not_out_of_reach_for_ever() {
        source.beginsThatFail.set(6);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> insert(commits, 10)).isInstanceOf(StoreUnavailable.class);
        }
        assertThat(insert(commits, 11)).isEqualTo(1);
    }

    @Test
    void a_query_that_is_wrong_is_no_outage() {
        assertThatThrownBy(() -> database.read(Scope.everywhere()).fetch("select nothing from nowhere"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.rows(Scope.everywhere(), "select nothing from nowhere", row -> row.number(1)))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void connections_that_the_server_ended_are_replaced_without_anybody_noticing() {
        try (Database postgres = TestDatabases.postgres();
                GroupCommit writes = new GroupCommit(postgres)) {
            insert(writes, 10);
            postgres.read(Scope.everywhere())
                    .fetch("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and usename = current_user"
                            + " and pid <> pg_backend_pid()");
            insert(writes, 11);
            assertThat(ids(postgres)).containsExactly(1L, 10L, 11L);
        }
    }

    @Test
    void a_statement_that_hangs_ends_in_time_and_the_next_one_is_served() {
        DatabaseSettings settings = impatient(TestDatabases.postgresUrl());
        try (Database postgres = Database.open(settings);
                GroupCommit writes = new GroupCommit(postgres)) {
            assertThatThrownBy(() ->
                            writes.write(Scope.everywhere(), 1, tx -> tx.sql().execute("select pg_sleep(60)")))
                    .isInstanceOf(StoreUnavailable.class);
            insert(writes, 10);
            assertThat(ids(postgres)).containsExactly(1L, 10L);
        }
    }

    @Test
    void a_server_that_hangs_ends_in_time_and_is_used_again_when_it_goes_on(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres server = server(folder, 0);
                Database postgres = Database.open(impatient(url(server.getPort())));
                GroupCommit writes = new GroupCommit(postgres)) {
            insert(writes, 10);
            signal(folder, "STOP");
            try {
                assertThatThrownBy(() -> insert(writes, 11)).isInstanceOf(StoreUnavailable.class);
                assertThatThrownBy(postgres::ping).isInstanceOf(StoreUnavailable.class);
            } finally {
                signal(folder, "CONT");
            }
            Await.until(() -> answers(postgres));
            insert(writes, 12);
            assertThat(ids(postgres)).contains(1L, 10L, 12L);
        }
    }

    @Test
    void start_up_waits_for_a_server_and_a_restart_of_it_needs_none_of_ours(@TempDir Path folder) throws Exception {
        EmbeddedPostgres server = server(folder, 0);
        int port = server.getPort();
        server.close();
        CompletableFuture<Database> opening = CompletableFuture.supplyAsync(() -> Database.open(impatient(url(port))));
        assertThat(opening).isNotDone();
        server = server(folder, port);
        try (Database postgres = opening.join();
                GroupCommit writes = new GroupCommit(postgres)) {
            insert(writes, 10);
            server.close();
            assertThatThrownBy(() -> insert(writes, 11)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> ids(postgres)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> postgres.rows(Scope.everywhere(), "select 1", row -> row.number(1)))
                    .isInstanceOf(StoreUnavailable.class);
            server = server(folder, port);
            Await.until(() -> answers(postgres));
            insert(writes, 12);
            assertThat(ids(postgres)).containsExactly(1L, 10L, 12L);
        } finally {
            server.close();
        }
    }

    private static boolean answers(Database database) {
        try {
            database.ping();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private static EmbeddedPostgres server(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static String url(int port) {
        return "postgresql://postgres@localhost:" + port + "/postgres";
    }

    private static DatabaseSettings impatient(String url) {
        return new DatabaseSettings(url, 2, 16, 2, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private static void signal(Path folder, String signal) throws IOException, InterruptedException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        ProcessHandle main = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<String> pids = Stream.concat(Stream.of(main), main.descendants())
                .map(process -> Long.toString(process.pid()))
                .toList();
        new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + signal), pids.stream())
                        .toList())
                .start()
                .waitFor();
    }

    private static int insert(GroupCommit commits, long id) {
        return commits.write(Scope.everywhere(), id, tx -> tx.sql()
                .insertInto(TENANT, TENANT.ID, TENANT.SLUG, TENANT.NAME, TENANT.CREATED_AT)
                .values(id, "s" + id, "n", Instant.EPOCH)
                .onConflict(TENANT.ID)
                .doNothing()
                .execute());
    }

    private static List<Long> ids(Database database) {
        return database.read(Scope.everywhere())
                .select(TENANT.ID)
                .from(TENANT)
                .orderBy(TENANT.ID)
                .fetch(TENANT.ID);
    }
}

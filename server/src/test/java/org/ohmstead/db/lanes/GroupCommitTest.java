package org.ohmstead.db.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.TestDatabases;

class GroupCommitTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final String INSERT =
            "insert into tenant (id, slug, name, created_at) values (?, ?, ?, ?) on conflict do nothing";

    private final ExecutorService stations = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        stations.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void units_that_wait_together_share_one_commit(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            List<CompletableFuture<Integer>> all = behindABusyLane(commits, () -> {
                List<CompletableFuture<Integer>> writes = new ArrayList<>();
                for (long id = 10; id < 60; id++) {
                    writes.add(insert(commits, id));
                }
                return writes;
            });
            all.forEach(CompletableFuture::join);
            assertThat(database.read(Scope.everywhere()).fetchCount(TENANT)).isEqualTo(51);
            assertThat(commits.commits()).isEqualTo(2);
            assertThat(commits.units()).isEqualTo(51);
            assertThat(commits.queued()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void only_the_bad_unit_of_a_batch_fails_and_with_its_own_exception(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            List<CompletableFuture<Integer>> all = behindABusyLane(
                    commits,
                    () -> List.of(
                            insert(commits, 10),
                            write(commits, tx -> {
                                insertNow(tx, 11);
                                throw new IllegalArgumentException("mine");
                            }),
                            write(commits, tx -> tx.sql().execute("insert into tenant (id) values (12)")),
                            insert(commits, 13)));
            assertThat(all.get(0).join()).isEqualTo(1);
            assertThatThrownBy(() -> all.get(1).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class)
                    .hasRootCauseMessage("mine");
            assertThatThrownBy(() -> all.get(2).get())
                    .cause()
                    .isInstanceOf(org.jooq.exception.DataAccessException.class);
            assertThat(all.get(3).join()).isEqualTo(1);
            assertThat(ids(database)).containsExactly(1L, 10L, 13L);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_bad_statement_that_was_put_off_fails_its_own_unit_only(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            List<CompletableFuture<Integer>> all = behindABusyLane(
                    commits,
                    () -> List.of(
                            insertLater(commits, 10, "a"),
                            insertLater(commits, 11, null),
                            insertLater(commits, 12, "c")));
            all.get(0).join();
            assertThatThrownBy(() -> all.get(1).get()).cause().isInstanceOf(IllegalStateException.class);
            all.get(2).join();
            assertThat(ids(database)).containsExactly(1L, 10L, 12L);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void units_of_a_station_run_in_order_and_each_sees_what_the_ones_before_put_off(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            List<CompletableFuture<Integer>> all = behindABusyLane(commits, () -> {
                List<CompletableFuture<Integer>> writes = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    int number = i;
                    int queued = commits.queued();
                    writes.add(write(commits, tx -> {
                        int before = tx.sql().fetchCount(TENANT);
                        tx.later(INSERT, 10L + number, "s" + number, "n", Instant.EPOCH);
                        return before;
                    }));
                    Await.until(() -> commits.queued() > queued);
                }
                return writes;
            });
            for (int i = 0; i < 20; i++) {
                assertThat(all.get(i).join()).isEqualTo(i + 1);
            }
            assertThat(commits.commits()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_unit_puts_off_keeps_its_order_though_equal_statements_travel_together(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            List<CompletableFuture<Integer>> all = behindABusyLane(
                    commits, () -> List.of(renamed(commits, 1, 10L, "x", "y"), renamed(commits, 2, 11L, "y", "x")));
            all.forEach(CompletableFuture::join);
            assertThat(database.read(Scope.everywhere())
                            .select(TENANT.NAME)
                            .from(TENANT)
                            .where(TENANT.ID.gt(1L))
                            .orderBy(TENANT.ID)
                            .fetch(TENANT.NAME))
                    .containsExactly("y", "x");
        }
    }

    /** Insert, rename, insert another and delete it: in any other order the outcome differs. */
    private CompletableFuture<Integer> renamed(GroupCommit commits, long lane, long id, String first, String then) {
        return CompletableFuture.supplyAsync(
                () -> commits.write(Scope.everywhere(), 4 * lane, tx -> {
                    tx.later(INSERT, id, "s" + id, first, Instant.EPOCH);
                    tx.later("update tenant set name = ? where id = ?", then, id);
                    tx.later("delete from tenant where id = ?", id + 100);
                    tx.later(INSERT, id + 100, "t" + id, first, Instant.EPOCH);
                    tx.later("delete from tenant where id = ?", id + 100);
                    return 0;
                }),
                stations);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_follows_a_commit_runs_once_and_after_it(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            List<Integer> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
            AtomicInteger runs = new AtomicInteger();
            List<CompletableFuture<Integer>> all = behindABusyLane(commits, () -> {
                CompletableFuture<Integer> first = write(commits, tx -> {
                    runs.incrementAndGet();
                    insertNow(tx, 10);
                    tx.afterCommit(
                            () -> seen.add(database.read(Scope.everywhere()).fetchCount(TENANT)));
                    tx.afterCommit(() -> {
                        throw new IllegalStateException("is only logged");
                    });
                    tx.afterCommit(() -> seen.add(-1));
                    return 0;
                });
                // Only behind it the one that fails makes it run twice.
                Await.until(() -> commits.queued() == 2);
                return List.of(first, write(commits, tx -> {
                    throw new IllegalArgumentException();
                }));
            });
            all.get(0).join();
            Await.until(() -> seen.size() == 2);
            assertThat(seen).containsExactly(2, -1);
            assertThat(runs).hasValue(2);
        }
    }

    @Test
    void a_unit_that_writes_through_another_one_is_told_so_instead_of_waiting_for_itself() {
        try (Database database = TestDatabases.sqlite();
                GroupCommit commits = new GroupCommit(database)) {
            assertThatThrownBy(() -> commits.write(
                            Scope.everywhere(), 1, outer -> commits.write(Scope.everywhere(), 1, inner -> 0)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closing_finishes_what_waits_and_takes_nothing_new() {
        try (Database database = TestDatabases.sqlite()) {
            GroupCommit commits = new GroupCommit(database);
            List<CompletableFuture<Integer>> all = behindABusyLane(commits, () -> {
                List<CompletableFuture<Integer>> writes = new ArrayList<>();
                for (long id = 10; id < 30; id++) {
                    writes.add(insert(commits, id));
                }
                return writes;
            });
            commits.close();
            assertThat(all).allSatisfy(each -> assertThat(each.join()).isEqualTo(1));
            assertThat(database.read(Scope.everywhere()).fetchCount(TENANT)).isEqualTo(21);
            assertThatThrownBy(() -> commits.write(Scope.everywhere(), 1, tx -> 0))
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void a_caller_that_is_interrupted_still_gets_its_answer_and_keeps_the_interruption() {
        try (Database database = TestDatabases.sqlite();
                GroupCommit commits = new GroupCommit(database)) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                commits.write(Scope.everywhere(), 1, tx -> {
                    running.countDown();
                    Await.until(() -> interrupted.getCount() == 0);
                    return insertNow(tx, 10);
                });
                flag.complete(Thread.currentThread().isInterrupted());
            });
            Await.until(() -> running.getCount() == 0);
            caller.interrupt();
            interrupted.countDown();
            assertThat(flag.join()).isTrue();
            assertThat(ids(database)).containsExactly(1L, 10L);
        }
    }

    private List<CompletableFuture<Integer>> behindABusyLane(
            GroupCommit commits, java.util.function.Supplier<List<CompletableFuture<Integer>>> writes) {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                () -> commits.write(
                        Scope.everywhere(),
                        8,
                        tx -> { // the same lane, but a station that has to wait afterwards
                            busy.countDown();
                            Await.until(() -> free.getCount() == 0);
                            return 0;
                        }),
                stations);
        Await.until(() -> busy.getCount() == 0);
        List<CompletableFuture<Integer>> all = writes.get();
        Await.until(() -> commits.queued() == all.size() + 1);
        free.countDown();
        first.join();
        return all;
    }

    private CompletableFuture<Integer> write(GroupCommit commits, GroupCommit.Work<Integer> work) {
        return CompletableFuture.supplyAsync(() -> commits.write(Scope.everywhere(), 4, work), stations);
    }

    private CompletableFuture<Integer> insert(GroupCommit commits, long id) {
        return write(commits, tx -> insertNow(tx, id));
    }

    private CompletableFuture<Integer> insertLater(GroupCommit commits, long id, String name) {
        return CompletableFuture.supplyAsync(
                () -> commits.write(Scope.everywhere(), 4 * id, tx -> {
                    tx.later(
                            "insert into tenant (id, slug, name, created_at) values (?, ?, ?, ?)",
                            id,
                            "s" + id,
                            name,
                            Instant.EPOCH);
                    return 0;
                }),
                stations);
    }

    private static int insertNow(Tx tx, long id) {
        return tx.sql()
                .insertInto(TENANT, TENANT.ID, TENANT.SLUG, TENANT.NAME, TENANT.CREATED_AT)
                .values(id, "s" + id, "n", Instant.EPOCH)
                .execute();
    }

    private static List<Long> ids(Database database) {
        return database.read(Scope.everywhere())
                .select(TENANT.ID)
                .from(TENANT)
                .orderBy(TENANT.ID)
                .fetch(TENANT.ID);
    }
}

package org.ohmstead.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ohmstead.jobs.JobNodes.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.TestDatabases;

class RecurringJobsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofSeconds(10);

    private static Recurring hourly(String name, Runnable work) {
        return Recurring.every(HOUR, FIRST, name, work);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_job_has_its_first_turn_soon_after_the_start_and_each_next_one_a_pause_after_the_end(
            TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            AtomicInteger ran = new AtomicInteger();
            JobNodes.Server server = nodes.server("one", hourly("pruning", () -> {
                ran.incrementAndGet();
                nodes.pass(Duration.ofMinutes(2));
            }));
            server.scheduler.runDue();
            assertThat(ran).hasValue(0);
            nodes.pass(FIRST);
            server.scheduler.runDue();
            server.scheduler.runDue();
            assertThat(ran).hasValue(1);
            StoredJob stored = nodes.stored("pruning");
            Instant end = NOW.plus(FIRST).plus(Duration.ofMinutes(2));
            assertThat(stored.dueAt()).isEqualTo(end.plus(HOUR));
            assertThat(stored.claimedBy()).isNull();
            assertThat(stored.last()).isEqualTo(new StoredJob.LastRun(NOW.plus(FIRST), 120_000L, end, null, null));
            nodes.pass(HOUR);
            server.scheduler.runDue();
            assertThat(ran).hasValue(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void of_two_servers_one_has_the_turn(TestDatabases.Kind kind) throws Exception {
        try (JobNodes nodes = new JobNodes(kind.open());
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            AtomicInteger ran = new AtomicInteger();
            List<JobNodes.Server> servers = List.of(
                    nodes.server("one", hourly("pruning", ran::incrementAndGet)),
                    nodes.server("two", hourly("pruning", ran::incrementAndGet)));
            for (int turn = 1; turn <= 20; turn++) {
                nodes.pass(HOUR);
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<?>> looks = new ArrayList<>();
                for (JobNodes.Server server : servers) {
                    looks.add(both.submit(() -> {
                        together.await();
                        server.scheduler.runDue();
                        return null;
                    }));
                }
                for (Future<?> look : looks) {
                    look.get();
                }
                assertThat(ran).hasValue(turn);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void while_one_server_runs_it_the_other_one_does_not_and_takes_it_over_when_the_first_has_died(
            TestDatabases.Kind kind) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (JobNodes nodes = new JobNodes(kind.open());
                ExecutorService worker = Executors.newSingleThreadExecutor();
                AutoCloseable released = end::countDown) {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicInteger ran = new AtomicInteger();
            JobNodes.Server first = nodes
            .new Server(
                    "first",
                    worker,
                    new JobKinds(
                            List.of(hourly("pruning", () -> {
                                begun.countDown();
                                quietly(end::await);
                            })),
                            List.of()));
            JobNodes.Server second = nodes.server("second", hourly("pruning", ran::incrementAndGet));
            nodes.pass(FIRST);
            first.scheduler.runDue();
            begun.await();
            nodes.pass(Duration.ofSeconds(39));
            first.scheduler.beat();
            nodes.pass(Duration.ofSeconds(39));
            second.scheduler.takeOver();
            second.scheduler.runDue();
            assertThat(nodes.stored("pruning").claimedBy()).as("it lives").isEqualTo("first");
            assertThat(ran).hasValue(0);
            nodes.pass(Duration.ofSeconds(2));
            second.scheduler.takeOver();
            StoredJob left = nodes.stored("pruning");
            assertThat(left.claimedBy()).isNull();
            assertThat(left.failures()).isEqualTo(1);
            assertThat(left.last().failure()).contains("first").contains("last heard of");
            nodes.pass(FIRST);
            second.scheduler.runDue();
            assertThat(ran).hasValue(1);
            StoredJob after = nodes.stored("pruning");
            end.countDown();
            worker.shutdown();
            assertThat(worker.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            assertThat(nodes.stored("pruning"))
                    .as("what the dead one says, it says too late")
                    .isEqualTo(after);
        }
    }

    private interface Waits {
        void run() throws InterruptedException;
    }

    private static void quietly(Waits waits) {
        try {
            waits.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_fails_is_tried_again_later_each_time_and_others_go_on(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            AtomicInteger well = new AtomicInteger();
            AtomicInteger tried = new AtomicInteger();
            AtomicReference<RuntimeException> fault = new AtomicReference<>(new IllegalStateException("no room"));
            JobNodes.Server server = nodes.server(
                    "one",
                    hourly("failing", () -> {
                        tried.incrementAndGet();
                        if (fault.get() != null) {
                            throw fault.get();
                        }
                    }),
                    hourly("going", well::incrementAndGet));
            nodes.pass(FIRST);
            server.scheduler.runDue();
            assertThat(well).hasValue(1);
            assertThat(nodes.stored("failing").dueAt()).isEqualTo(nodes.now.plusSeconds(10));
            assertThat(nodes.stored("failing").last().failure()).contains("IllegalStateException: no room");
            nodes.pass(Duration.ofSeconds(10));
            server.scheduler.runDue();
            assertThat(nodes.stored("failing").dueAt()).isEqualTo(nodes.now.plusSeconds(20));
            assertThat(server.runs.states())
                    .filteredOn(state -> state.failures() > 0)
                    .extracting(SupervisedThread.State::name, SupervisedThread.State::running)
                    .containsExactly(tuple("job failing", false));
            fault.set(null);
            nodes.pass(Duration.ofSeconds(20));
            server.scheduler.runDue();
            assertThat(tried).hasValue(3);
            assertThat(nodes.stored("failing").failures()).isZero();
            assertThat(nodes.stored("failing").dueAt()).isEqualTo(nodes.now.plus(HOUR));
            assertThat(server.runs.states()).allMatch(SupervisedThread.State::running);
            assertThat(server.runs.of("failing").failures()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_it_failed_of_is_kept_however_long_it_is_and_with_a_nul_in_it(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            nodes.store.add("failing", NOW);
            JobRun run = new JobRun(NOW, NOW, "no\0" + "room".repeat(1_000));
            assertThat(nodes.store.again("failing", StoredJob.RECURRING, 1, run, 1, NOW))
                    .isTrue();
            assertThat(nodes.stored("failing").last().failure()).hasSize(999).startsWith("noroom");
        }
    }

    @Test
    void a_retry_is_never_later_than_the_turn_that_comes_anyway() {
        JobKind kind = new JobKind.EverySoOften(
                Recurring.every(Duration.ofSeconds(30), FIRST, "closing", () -> {}), JobsSettings.defaults());
        assertThat(List.of(1, 2, 3, 50))
                .extracting(failures -> kind.afterFailure(NOW, failures).orElseThrow())
                .containsExactly(NOW.plusSeconds(10), NOW.plusSeconds(20), NOW.plusSeconds(30), NOW.plusSeconds(30));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_restart_keeps_the_turn_and_one_that_was_missed_comes_soon(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            AtomicInteger ran = new AtomicInteger();
            Recurring job = hourly("pruning", ran::incrementAndGet);
            JobNodes.Server before = nodes.server("before", job);
            nodes.pass(FIRST);
            before.scheduler.runDue();
            Instant due = nodes.stored("pruning").dueAt();
            nodes.pass(Duration.ofMinutes(40));
            nodes.server("soon", job);
            assertThat(nodes.stored("pruning").dueAt()).isEqualTo(due);
            nodes.pass(Duration.ofDays(1));
            nodes.server("later", job);
            assertThat(nodes.stored("pruning").dueAt()).isEqualTo(nodes.now.plus(FIRST));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_turn_that_is_too_far_away_because_our_clock_was_ahead_is_brought_forward(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            nodes.pass(Duration.ofDays(30));
            JobNodes.Server server = nodes.server("one", hourly("pruning", () -> {}));
            nodes.now = NOW;
            server.turns.keep(nodes.now);
            assertThat(nodes.stored("pruning").dueAt()).isEqualTo(NOW.plus(HOUR));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_server_that_claimed_it_while_its_clock_was_ahead_is_not_waited_for(TestDatabases.Kind kind) {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            AtomicInteger ran = new AtomicInteger();
            JobNodes.Server server = nodes.server("one", hourly("pruning", ran::incrementAndGet));
            nodes.store.claim("pruning", StoredJob.RECURRING, 1, "gone", NOW.plus(Duration.ofDays(30)));
            server.scheduler.takeOver();
            nodes.pass(FIRST);
            server.scheduler.runDue();
            assertThat(ran).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_stop_tells_the_job_that_runs_and_the_next_server_goes_on_with_it(TestDatabases.Kind kind) throws Exception {
        try (JobNodes nodes = new JobNodes(kind.open())) {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicInteger went = new AtomicInteger();
            Recurring endless = Recurring.every(HOUR, Duration.ZERO, "endless", () -> {
                begun.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            JobRunner runner = new JobRunner(
                    nodes.store,
                    nodes.jobs,
                    () -> new JobKinds(List.of(endless), List.of()),
                    JobsSettings.defaults(),
                    nodes.clock);
            runner.start();
            begun.await();
            assertThat(runner.recurring()).extracting(RecurringJobView::state).containsExactly("running");
            runner.stop();
            StoredJob left = nodes.stored("endless");
            assertThat(left.claimedBy()).isNull();
            assertThat(left.failures()).isZero();
            assertThat(left.dueAt()).isEqualTo(nodes.now);
            JobNodes.Server next = nodes.server("next", hourly("endless", went::incrementAndGet));
            nodes.pass(FIRST);
            next.scheduler.runDue();
            assertThat(went).hasValue(1);
        }
    }

    @Test
    void a_job_that_is_due_at_the_start_runs_by_itself() {
        try (JobNodes nodes = new JobNodes(TestDatabases.sqlite())) {
            AtomicInteger ran = new AtomicInteger();
            JobRunner runner = new JobRunner(
                    nodes.store,
                    nodes.jobs,
                    () -> new JobKinds(
                            List.of(Recurring.every(HOUR, Duration.ZERO, "pruning", ran::incrementAndGet)), List.of()),
                    JobsSettings.defaults(),
                    nodes.clock);
            runner.start();
            Await.until(() -> runner.runs("pruning") == 1);
            runner.stop();
            assertThat(ran).hasValue(1);
            assertThat(runner.recurring().getFirst().nextRunAt()).isEqualTo(NOW.plus(HOUR));
        }
    }

    @Test
    void a_daily_job_has_its_time_in_its_zone_whatever_the_clocks_do_there() {
        Schedule daily = new Schedule.Daily(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));
        assertThat(daily.after(Instant.parse("2026-03-01T12:00:00Z"))).isEqualTo("2026-03-02T01:30:00Z");
        assertThat(daily.after(Instant.parse("2026-03-02T01:30:00Z"))).isEqualTo("2026-03-03T01:30:00Z");
        assertThat(daily.after(Instant.parse("2026-03-28T12:00:00Z")))
                .as("half past two is left out")
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(daily.after(Instant.parse("2026-10-25T00:30:00Z")))
                .as("half past two comes twice")
                .isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void two_jobs_of_one_name_are_refused() {
        assertThatThrownBy(() -> new JobKinds(List.of(hourly("a", () -> {}), hourly("a", () -> {})), List.of()))
                .hasMessageContaining("Two jobs are called a");
    }
}

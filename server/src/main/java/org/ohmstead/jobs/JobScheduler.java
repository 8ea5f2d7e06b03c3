package org.ohmstead.jobs;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.ohmstead.background.SupervisedThread;

/**
 * db-scheduler over our table: it looks for what is due, claims it, runs it, says meanwhile that it still does, and finds what a
 * server that has died left behind.
 */
final class JobScheduler extends Scheduler {
    private static final int MISSED_HEARTBEATS = 4;
    /** Nothing of what nobody here knows is deleted: another server may know it. */
    private static final Duration NEVER = Duration.ofDays(36_500);
    /** How long running jobs are waited for before they are told to stop, and again after that. */
    private static final Duration AT_STOP = Duration.ofMillis(50);
    /** What is fetched may be as much as runs at once, and thrice that. */
    private static final PollingStrategyConfig FETCH =
            new PollingStrategyConfig(PollingStrategyConfig.Type.FETCH, 0.5, 3);

    /**
     * One of the servers that share the database.
     *
     * @param name    no other has it
     * @param workers on which it runs jobs
     */
    record Node(String name, Clock clock, JobsSettings settings, ExecutorService workers) {
        Duration silence() {
            return settings.heartbeat().multipliedBy(MISSED_HEARTBEATS);
        }
    }

    /** Whoever has left out as many looks does not look any more. */
    private static final int MISSED_LOOKS = 30;

    private final Clock clock;
    private final Duration longestBetweenLooks;
    private final LaneTaskRepository repository;

    private JobScheduler(Node node, LaneTaskRepository repository, TaskResolver kinds) {
        super(
                node.clock()::instant,
                repository,
                repository,
                kinds,
                node.settings().atOnce(),
                node.workers(),
                node::name,
                // A clock that is set back must not make it wait for that long.
                new Waiter(node.settings().poll(), () -> Instant.EPOCH.plusNanos(System.nanoTime())),
                node.settings().heartbeat(),
                MISSED_HEARTBEATS,
                List.of(),
                List.of(),
                FETCH,
                NEVER,
                AT_STOP,
                LogLevel.OFF, // JobTask says it
                false,
                List.of(),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("jobs").factory()),
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("jobs-heartbeat").factory()));
        this.clock = node.clock();
        this.longestBetweenLooks = node.settings().poll().multipliedBy(MISSED_LOOKS);
        this.repository = repository;
    }

    static JobScheduler of(Node node, JobKinds kinds, SqlJobStore store, JobRuns runs) {
        List<Task<?>> tasks = kinds.all(node.settings()).stream()
                .map(kind -> new JobTask(kind, store, runs))
                .collect(Collectors.toList());
        return new JobScheduler(
                node,
                new LaneTaskRepository(store, kinds.names(), node.name(), node.silence()),
                new TaskResolver(SchedulerListeners.NOOP, node.clock()::instant, tasks));
    }

    /** How long the one that is due longest waits already. */
    Duration late() {
        return repository.late();
    }

    /** Whether it looks for what is due, in the words of health. */
    SupervisedThread.State state() {
        Duration since = repository.sinceLook();
        boolean looks = since.compareTo(longestBetweenLooks) < 0;
        return looks
                ? new SupervisedThread.State("jobs", true, 0, null, Duration.ZERO)
                : new SupervisedThread.State("jobs", false, 1, "Has not looked for jobs for " + since, since);
    }

    /** Runs what is due now. For tests, which have no thread that does it. */
    void runDue() {
        executeDue();
    }

    /** Takes over what servers that are not heard of any more left. For tests. */
    void takeOver() {
        detectDeadExecutions();
    }

    /** Says that it still runs what it runs. For tests. */
    void beat() {
        for (CurrentlyExecuting running : getCurrentlyExecuting()) {
            updateHeartbeatForExecution(clock.instant(), running);
        }
    }
}

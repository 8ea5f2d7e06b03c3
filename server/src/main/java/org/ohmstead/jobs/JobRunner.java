package org.ohmstead.jobs;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;

/** Runs the jobs of all slices in this server, and knows how they are. */
@Singleton
public final class JobRunner implements Supervised {
    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS_AT_TURNS = Duration.ofMinutes(1);

    private final SqlJobStore store;
    private final Jobs jobs;
    private final Supplier<JobKinds> found;
    private final JobsSettings settings;
    private final Clock clock;
    private final JobRuns runs = new JobRuns();
    private final ExecutorService workers;
    private final Rounds turns = new Rounds("job-turns");
    private @Nullable JobKinds kinds;
    private volatile @Nullable JobScheduler scheduler;

    @Inject
    public JobRunner(
            SqlJobStore store,
            Jobs jobs,
            @Any Instance<RecurringJobs> recurring,
            @Any Instance<OneOff<?>> oneOffs,
            JobsSettings settings,
            Clock clock) {
        this(
                store,
                jobs,
                () -> new JobKinds(
                        recurring.stream()
                                .flatMap(each -> each.recurringJobs().stream())
                                .toList(),
                        oneOffs.stream().<OneOff<?>>map(each -> each).toList()),
                settings,
                clock);
    }

    JobRunner(SqlJobStore store, Jobs jobs, Supplier<JobKinds> found, JobsSettings settings, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.found = found;
        this.settings = settings;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(
                settings.atOnce(), Thread.ofVirtual().name("job-", 0).factory());
    }

    /** Begins with what is due; nobody has to wait for it. */
    public synchronized void start() {
        JobKinds all = kinds();
        JobScheduler mine = JobScheduler.of(
                new JobScheduler.Node(UUID.randomUUID().toString(), clock, settings, workers), all, store, runs);
        scheduler = mine;
        RecurringTurns recurring = new RecurringTurns(all.recurring(), store);
        turns.every(BETWEEN_LOOKS_AT_TURNS, Duration.ZERO, "Looking at the turns of jobs", () -> {
            recurring.keep(clock.instant());
            mine.triggerCheckForDueExecutions();
        });
        turns.start();
        mine.start();
        jobs.onDue(mine::triggerCheckForDueExecutions);
    }

    /** Begins no more jobs. Those that run are told to stop, and have some seconds for it. Before the group commit is closed. */
    public synchronized void stop() {
        JobScheduler mine = scheduler;
        if (mine == null) {
            return;
        }
        turns.stop();
        mine.stop();
        try {
            if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "Still running after " + PATIENCE + ", and taken over by the next server: " + running(mine));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> running(JobScheduler scheduler) {
        return scheduler.getCurrentlyExecuting().stream()
                .map(each -> each.getExecution().taskInstance.getTaskName())
                .toList();
    }

    /** A job that fails is shown like a thread that fails. */
    @Override
    public List<SupervisedThread.State> threads() {
        List<SupervisedThread.State> states = new ArrayList<>(turns.states());
        JobScheduler mine = scheduler;
        if (mine != null) {
            states.add(mine.state());
        }
        states.addAll(runs.states());
        return states;
    }

    private synchronized JobKinds kinds() {
        JobKinds known = kinds;
        if (known == null) {
            known = found.get();
            kinds = known;
        }
        return known;
    }

    /** All recurring jobs and kinds of one-off jobs. */
    public List<String> names() {
        return List.copyOf(kinds().names());
    }

    /** Runs in this server since its start, those that failed among them. */
    public long runs(String job) {
        return runs.of(job).runs();
    }

    public long failures(String job) {
        return runs.of(job).failures();
    }

    /** How many of the newest runs in this server have failed, one after another. */
    public long failing(String job) {
        return runs.of(job).failing();
    }

    /** How long the runs in this server took together. */
    public Duration busy(String job) {
        return runs.of(job).busy();
    }

    /** When the newest run in this server ended, in seconds since 1970; 0: there was none. */
    public long lastEnd(String job) {
        Instant end = runs.of(job).lastEnd();
        return end == null ? 0 : end.getEpochSecond();
    }

    /** How long the job that is due longest waits already, as this server saw it last. */
    public Duration late() {
        JobScheduler mine = scheduler;
        return mine == null ? Duration.ZERO : mine.late();
    }

    /** The recurring jobs with how they stand in the database, whichever server ran them. */
    List<RecurringJobView> recurring() {
        List<Recurring> all = kinds().recurring();
        Map<String, StoredJob> standing =
                store.recurring(all.stream().map(Recurring::name).toList());
        return all.stream()
                .map(job -> RecurringJobView.of(job, standing.get(job.name())))
                .sorted(Comparator.comparing(RecurringJobView::name))
                .toList();
    }

    List<SqlJobStore.Waiting> oneOffs() {
        return store.oneOffs();
    }
}

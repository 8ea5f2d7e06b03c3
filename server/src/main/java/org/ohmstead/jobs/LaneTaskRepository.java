package org.ohmstead.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.ScheduledTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.StoreUnavailable;

/**
 * Lets db-scheduler work on our table, through our lanes: its own repository writes by a connection of its own, which on SQLite
 * waits for seconds behind a busy lane. A database that is away is nothing to do, without a word, because it says so itself. What
 * only db-scheduler's client would ask for is left out: {@link Jobs} schedules, {@link JobTask} writes how a run ended.
 */
final class LaneTaskRepository implements TaskRepository {
    private static final Logger LOG = System.getLogger(LaneTaskRepository.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SqlJobStore store;
    private final Set<String> names;
    private final String server;
    private final Duration silence;
    private volatile Duration late = Duration.ZERO;
    /** A database that can be read and refuses writes would have db-scheduler look for the same job again and again, without a pause. */
    private volatile Instant writesAgain = Instant.MIN;

    private volatile long lookedAt = System.nanoTime();

    /**
     * @param names   of all kinds that this server knows; what others have scheduled is left to them
     * @param server  the name that it claims jobs by
     * @param silence after which a server counts as dead
     */
    LaneTaskRepository(SqlJobStore store, Set<String> names, String server, Duration silence) {
        this.store = store;
        this.names = names;
        this.server = server;
        this.silence = silence;
    }

    @Override
    public List<Execution> getDue(Instant now, int limit) {
        if (now.isBefore(writesAgain)) {
            lookedAt = System.nanoTime();
            return List.of();
        }
        List<StoredJob> due = orWhileAway(List.of(), () -> store.due(names, now, limit));
        late = due.isEmpty() ? Duration.ZERO : Duration.between(due.getFirst().dueAt(), now);
        lookedAt = System.nanoTime();
        return due.stream().map(LaneTaskRepository::execution).toList();
    }

    /** How long the one that is due longest waits already, as it was seen last. */
    Duration late() {
        return late;
    }

    /** How long ago was looked for what is due. */
    Duration sinceLook() {
        return Duration.ofNanos(System.nanoTime() - lookedAt);
    }

    @Override
    public Optional<Execution> pick(Execution due, Instant at) {
        try {
            return store.claim(name(due), id(due), due.version, server, at)
                    ? Optional.of(due.updateToPicked(server, at))
                    : Optional.empty();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "Jobs wait for the database", e);
            writesAgain = at.plus(PAUSE);
            return Optional.empty();
        }
    }

    @Override
    public List<Execution> getDeadExecutions(Instant olderThan) {
        Instant latest = olderThan.plus(silence.multipliedBy(2));
        return orWhileAway(List.of(), () -> store.unheardOf(names, olderThan, latest).stream()
                .map(LaneTaskRepository::execution)
                .toList());
    }

    @Override
    public boolean updateHeartbeatWithRetry(Execution running, Instant at, int tries) {
        return updateHeartbeat(running, at);
    }

    @Override
    public boolean updateHeartbeat(Execution running, Instant at) {
        return orWhileAway(false, () -> store.heartbeat(name(running), id(running), running.version, at));
    }

    private static <T> T orWhileAway(T otherwise, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "Jobs wait for the database", e);
            return otherwise;
        }
    }

    private static String name(Execution execution) {
        return execution.taskInstance.getTaskName();
    }

    private static String id(Execution execution) {
        return execution.taskInstance.getId();
    }

    private static Execution execution(StoredJob job) {
        return new Execution(
                job.dueAt(),
                new TaskInstance<>(job.name(), job.instance(), job.dataJson()),
                job.claimedBy() != null,
                job.claimedBy(),
                job.last().successAt(),
                job.last().failureAt(),
                job.failures(),
                job.heartbeatAt(),
                job.version());
    }

    static UnsupportedOperationException notOurs() {
        return new UnsupportedOperationException("Jobs are scheduled and settled by " + Jobs.class.getName());
    }

    @Override
    @Deprecated
    public boolean createIfNotExists(SchedulableInstance<?> execution) {
        throw notOurs();
    }

    @Override
    public boolean createIfNotExists(ScheduledTaskInstance execution) {
        throw notOurs();
    }

    @Override
    public void createBatch(List<ScheduledTaskInstance> executions) {
        throw notOurs();
    }

    @Override
    public Instant replace(Execution toBeReplaced, ScheduledTaskInstance newInstance) {
        throw notOurs();
    }

    @Override
    @Deprecated
    public Instant replace(Execution toBeReplaced, SchedulableInstance<?> newInstance) {
        throw notOurs();
    }

    @Override
    public void getScheduledExecutions(ScheduledExecutionsFilter filter, Consumer<Execution> consumer) {
        throw notOurs();
    }

    @Override
    public void getScheduledExecutions(
            ScheduledExecutionsFilter filter, String taskName, Consumer<Execution> consumer) {
        throw notOurs();
    }

    @Override
    public List<Execution> lockAndFetchGeneric(Instant now, int limit) {
        throw notOurs();
    }

    @Override
    public List<Execution> lockAndGetDue(Instant now, int limit) {
        throw notOurs();
    }

    @Override
    public void remove(Execution execution) {
        throw notOurs();
    }

    @Override
    public boolean reschedule(
            Execution execution, Instant next, @Nullable Instant success, @Nullable Instant failure, int failures) {
        throw notOurs();
    }

    @Override
    public boolean reschedule(
            Execution execution,
            Instant next,
            Object data,
            @Nullable Instant success,
            @Nullable Instant failure,
            int failures) {
        throw notOurs();
    }

    @Override
    public List<Execution> getExecutionsFailingLongerThan(Duration interval) {
        throw notOurs();
    }

    @Override
    public Optional<Execution> getExecution(String taskName, String taskInstanceId) {
        throw notOurs();
    }

    @Override
    public int removeExecutions(String taskName) {
        throw notOurs();
    }

    @Override
    public void verifySupportsLockAndFetch() {
        throw notOurs();
    }
}

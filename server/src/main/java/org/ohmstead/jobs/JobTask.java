package org.ohmstead.jobs;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.PassesByItself;

/** A kind of job as db-scheduler sees it; its data is JSON. How a run ended is written here, in our words. */
final class JobTask extends AbstractTask<String> {
    private static final Logger LOG = System.getLogger(JobTask.class.getName());

    private final JobKind kind;
    private final SqlJobStore store;
    private final JobRuns runs;

    JobTask(JobKind kind, SqlJobStore store, JobRuns runs) {
        super(kind.name(), String.class, (complete, unused) -> {}, (complete, unused) -> {});
        this.kind = kind;
        this.store = store;
        this.runs = runs;
    }

    @Override
    public CompletionHandler<String> execute(TaskInstance<String> instance, ExecutionContext context) {
        kind.run(instance.getId(), instance.getData());
        return (complete, unused) -> ended(complete);
    }

    @Override
    public FailureHandler<String> getFailureHandler() {
        return (complete, unused) -> failed(complete);
    }

    @Override
    public DeadExecutionHandler<String> getDeadExecutionHandler() {
        return (complete, unused) -> unheardOf(complete.getExecution(), complete.getTimeDone());
    }

    private void ended(ExecutionComplete complete) {
        if (Thread.interrupted()) {
            cutShort(complete);
        } else {
            JobRun run = run(complete, null);
            runs.ended(name, run);
            settle(complete.getExecution(), run, 0, kind.afterSuccess(run.end()));
        }
    }

    /** The thread is free for what must be written now, whether or not it was told to stop. */
    private void failed(ExecutionComplete complete) {
        if (Thread.interrupted()) {
            cutShort(complete);
            return;
        }
        Execution execution = complete.getExecution();
        Throwable cause = complete.getCause().orElseThrow();
        JobRun run = run(complete, firstLine(cause));
        runs.ended(name, run);
        Optional<Instant> next = kind.afterFailure(run.end(), execution.consecutiveFailures + 1);
        Level level = cause instanceof PassesByItself ? Level.DEBUG : Level.ERROR;
        LOG.log(level, called(execution) + " has failed; " + told(next), cause);
        settle(execution, run, execution.consecutiveFailures + 1, next);
    }

    /** It was told to stop, because its server does: the next one that looks goes on with it. */
    private void cutShort(ExecutionComplete complete) {
        Execution execution = complete.getExecution();
        JobRun run = run(complete, null);
        settle(execution, run, execution.consecutiveFailures, Optional.of(run.end()));
    }

    private void unheardOf(Execution execution, Instant now) {
        Instant last = execution.lastHeartbeat == null ? execution.executionTime : execution.lastHeartbeat;
        JobRun run = new JobRun(last, now, "Its server " + execution.pickedBy + " was last heard of at " + last);
        Optional<Instant> next = kind.afterFailure(now, execution.consecutiveFailures + 1);
        LOG.log(Level.WARNING, called(execution) + " is taken over. " + run.failure() + "; " + told(next));
        settle(execution, run, execution.consecutiveFailures + 1, next);
    }

    /** While the database is away it stays claimed, and is taken over like that of a server that has died. */
    private void settle(Execution execution, JobRun run, int failures, Optional<Instant> next) {
        String instance = execution.taskInstance.getId();
        OneByOne.attemptOrLeave("Writing how " + called(execution) + " ended", () -> {
            boolean held = next.isPresent()
                    ? store.again(name, instance, execution.version, run, failures, next.get())
                    : store.remove(name, instance, execution.version);
            if (!held) {
                LOG.log(Level.DEBUG, called(execution) + " was taken over, replaced or called off while it ran");
            }
        });
    }

    private static JobRun run(ExecutionComplete complete, @Nullable String failure) {
        Instant end = complete.getTimeDone();
        return new JobRun(end.minus(complete.getDuration()), end, failure);
    }

    private static String told(Optional<Instant> next) {
        return next.map(at -> "it comes again at " + at).orElse("it was tried as often as it may be and is given up");
    }

    private static String called(Execution execution) {
        return "Job " + execution.taskInstance.getTaskName() + " id=" + execution.taskInstance.getId();
    }

    private static String firstLine(Throwable cause) {
        return cause.toString().lines().findFirst().orElse("unknown");
    }

    /** Never asked for: {@link Jobs} and {@link SqlJobStore} schedule. */
    @Override
    public SchedulableInstance<String> schedulableInstance(String id) {
        throw LaneTaskRepository.notOurs();
    }

    @Override
    public SchedulableInstance<String> schedulableInstance(String id, String data) {
        throw LaneTaskRepository.notOurs();
    }
}

package org.ohmstead.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.SupervisedThread;

/** How the jobs have run in this server since its start, for metrics and health. */
final class JobRuns {

    /**
     * The runs of a job, or of all one-off jobs of a kind.
     *
     * @param failing     how many of the newest have failed one after another
     * @param lastFailure what one failed of last; null: none did
     * @param failingSince by {@link System#nanoTime()}, the first of those
     * @param lastEnd     of the newest run; null: there was none
     */
    record Count(
            long runs,
            long failures,
            Duration busy,
            long failing,
            @Nullable String lastFailure,
            long failingSince,
            @Nullable Instant lastEnd) {
        static final Count NONE = new Count(0, 0, Duration.ZERO, 0, null, 0, null);

        Count plus(JobRun run, long now) {
            String failure = run.failure();
            Duration sum = busy.plus(run.duration());
            return failure == null
                    ? new Count(runs + 1, failures, sum, 0, lastFailure, 0, run.end())
                    : new Count(
                            runs + 1,
                            failures + 1,
                            sum,
                            failing + 1,
                            failure,
                            failing == 0 ? now : failingSince,
                            run.end());
        }
    }

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    void ended(String job, JobRun run) {
        counts.compute(job, (name, before) -> (before == null ? Count.NONE : before).plus(run, System.nanoTime()));
    }

    Count of(String job) {
        return counts.getOrDefault(job, Count.NONE);
    }

    /** In the words of health, where a job that fails is a thread that is about to begin anew. */
    List<SupervisedThread.State> states() {
        long now = System.nanoTime();
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(each -> state("job " + each.getKey(), each.getValue(), now))
                        .toList();
    }

    private static SupervisedThread.State state(String name, Count count, long now) {
        boolean well = count.failing() == 0;
        Duration failingFor = well ? Duration.ZERO : Duration.ofNanos(now - count.failingSince());
        return new SupervisedThread.State(name, well, count.failures(), count.lastFailure(), failingFor);
    }
}

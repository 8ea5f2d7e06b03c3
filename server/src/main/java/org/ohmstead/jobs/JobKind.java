package org.ohmstead.jobs;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done under a name, and when it is done again. */
sealed interface JobKind {
    String name();

    /** @param json what it works on; null: nothing, it is a recurring one */
    void run(String instance, @Nullable String json);

    /** Empty: it is over. */
    Optional<Instant> afterSuccess(Instant end);

    /** Empty: it is given up. @param failures that have followed one another, 1 or more */
    Optional<Instant> afterFailure(Instant end, int failures);

    record EverySoOften(Recurring job, JobsSettings settings) implements JobKind {
        @Override
        public String name() {
            return job.name();
        }

        @Override
        public void run(String instance, @Nullable String json) {
            job.work().run();
        }

        @Override
        public Optional<Instant> afterSuccess(Instant end) {
            return Optional.of(job.schedule().after(end));
        }

        /** Never later than it would have been anyway. */
        @Override
        public Optional<Instant> afterFailure(Instant end, int failures) {
            Instant regular = job.schedule().after(end);
            Instant retry = end.plus(settings.retryAfter(failures));
            return Optional.of(retry.isBefore(regular) ? retry : regular);
        }
    }

    record Once<T>(OneOff<T> job, JobsSettings settings) implements JobKind {
        @Override
        public String name() {
            return job.name();
        }

        @Override
        public void run(String instance, @Nullable String json) {
            job.run(instance, JobJson.read(String.valueOf(json), job.data()));
        }

        @Override
        public Optional<Instant> afterSuccess(Instant end) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> afterFailure(Instant end, int failures) {
            return failures >= job.attempts() ? Optional.empty() : Optional.of(end.plus(settings.retryAfter(failures)));
        }
    }
}

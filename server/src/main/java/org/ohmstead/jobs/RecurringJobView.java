package org.ohmstead.jobs;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recurring job in the API. */
public record RecurringJobView(
        String name,

        @Schema(description = "Such as 'every PT1H', counted from each end, or 'daily at 03:00 Europe/Berlin'")
        String schedule,

        @Schema(enumeration = {"waiting", "running"}) String state,

        @Schema(description = "When its last run began, on whichever server; null: there was none yet") @Nullable
        Instant lastRunAt,

        @Schema(description = "How long its last run took, in milliseconds") @Nullable
        Long lastDurationMillis,

        @Schema(description = "When it last ended well") @Nullable
        Instant lastSuccessAt,

        @Schema(description = "When it last failed; null: it never did") @Nullable
        Instant lastFailureAt,

        @Schema(description = "What it failed of then; the log of that server says more") @Nullable
        String lastFailure,

        @Schema(description = "How many of its newest runs have failed, one after another")
        int failures,

        @Schema(description = "When it has its next turn; null: it runs") @Nullable
        Instant nextRunAt) {

    static RecurringJobView of(Recurring job, @Nullable StoredJob stored) {
        if (stored == null) {
            return new RecurringJobView(
                    job.name(), job.schedule().toString(), "waiting", null, null, null, null, null, 0, null);
        }
        boolean runs = stored.claimedBy() != null;
        StoredJob.LastRun last = stored.last();
        return new RecurringJobView(
                job.name(),
                job.schedule().toString(),
                runs ? "running" : "waiting",
                last.startAt(),
                last.millis(),
                last.successAt(),
                last.failureAt(),
                last.failure(),
                stored.failures(),
                runs ? null : stored.dueAt());
    }
}

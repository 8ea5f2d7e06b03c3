package org.ohmstead.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands in the database.
 *
 * @param instance   which one of its kind
 * @param dataJson   null: a recurring one
 * @param claimedBy  the server that runs it; null: none
 * @param version    counts the changes
 * @param failures   that have followed one another
 * @param last       how its last run was; of a one-off job a failed one
 */
record StoredJob(
        String name,
        String instance,
        @Nullable String dataJson,
        Instant dueAt,
        @Nullable String claimedBy,
        @Nullable Instant heartbeatAt,
        long version,
        int failures,
        LastRun last) {

    /** The instance of every recurring job. */
    static final String RECURRING = "recurring";

    /**
     * How a job ran last; what is null has not been yet.
     *
     * @param millis how long it took
     * @param failure what it failed of, when it did so last
     */
    record LastRun(
            @Nullable Instant startAt,
            @Nullable Long millis,
            @Nullable Instant successAt,
            @Nullable Instant failureAt,
            @Nullable String failure) {}
}

package org.ohmstead.jobs;

import java.time.Duration;

/**
 * How jobs are run.
 *
 * @param atOnce       how many a server runs at the same time. Default 8
 * @param poll         how often is looked for what is due; what is scheduled for now does not wait for it. Default 2 s
 * @param heartbeat    how often a server says that it still runs a job. Whoever has not for four times as long is taken for dead,
 *                     and the job begins anew elsewhere. Default 10 s
 * @param firstRetry   when a job that failed is tried again; doubles each time. Default 10 s
 * @param longestRetry until this. Default 1 h
 */
public record JobsSettings(int atOnce, Duration poll, Duration heartbeat, Duration firstRetry, Duration longestRetry) {

    public static JobsSettings defaults() {
        return new JobsSettings(
                8, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofHours(1));
    }

    /** @param failures that have followed one another, 1 or more */
    Duration retryAfter(int failures) {
        Duration pause = firstRetry;
        for (int i = 1; i < failures && pause.compareTo(longestRetry) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}

package org.ohmstead.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that has ended.
 *
 * @param failure what it failed of; null: it went well, or ended early because it was told to
 */
record JobRun(Instant start, Instant end, @Nullable String failure) {
    Duration duration() {
        return Duration.between(start, end);
    }
}

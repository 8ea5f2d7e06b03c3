package org.ohmstead.monitoring.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Clears away values of streams that are too old, or too many of one station, and streams that ended before them. */
@Singleton
public class StreamRetention implements RecurringJobs {
    private final SqlStreamValueStore values;
    private final SqlEventStreamStore streams;
    private final StreamSettings settings;
    private final Clock clock;

    @Inject
    public StreamRetention(
            SqlStreamValueStore values, SqlEventStreamStore streams, StreamSettings settings, Clock clock) {
        this.values = values;
        this.streams = streams;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "stream-value-retention", this::prune));
    }

    private void prune() {
        Instant end = clock.instant().minus(settings.retention());
        OneByOne.attempt(() -> "Clearing away old values of streams", () -> values.pruneBefore(end));
        OneByOne.attempt(() -> "Clearing away values of streams beyond the most", values::pruneBeyondMost);
        OneByOne.attempt(() -> "Clearing away old streams", () -> streams.pruneBefore(end));
    }
}

package org.ohmstead.stations.ageing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.stations.connections.Attempts;
import org.ohmstead.stations.connections.Connections;

/** Clears away closed connections and refused attempts that are too old, or too many. */
@Singleton
public class ConnectionRetention implements RecurringJobs {
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final Connections connections;
    private final Attempts attempts;

    @Inject
    public ConnectionRetention(Connections connections, Attempts attempts) {
        this.connections = connections;
        this.attempts = attempts;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(PAUSE, FIRST, "connection-retention", connections::prune),
                Recurring.every(PAUSE, FIRST, "connection-attempt-retention", attempts::prune));
    }
}

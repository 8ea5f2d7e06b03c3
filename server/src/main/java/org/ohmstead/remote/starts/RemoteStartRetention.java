package org.ohmstead.remote.starts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.remote.RemoteSettings;

/** Clears away remote starts of long ago. */
@Singleton
public class RemoteStartRetention implements RecurringJobs {
    private final SqlRemoteStartStore store;
    private final RemoteSettings settings;
    private final Clock clock;

    @Inject
    public RemoteStartRetention(SqlRemoteStartStore store, RemoteSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "remote-start-retention", this::prune));
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }
}

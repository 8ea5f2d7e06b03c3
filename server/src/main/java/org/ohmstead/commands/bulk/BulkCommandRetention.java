package org.ohmstead.commands.bulk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.commands.CommandSettings;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Clears away bulk commands that ended long ago, as commands are. */
@Singleton
public class BulkCommandRetention implements RecurringJobs {
    private final SqlBulkCommandStore store;
    private final CommandSettings settings;
    private final Clock clock;

    @Inject
    public BulkCommandRetention(SqlBulkCommandStore store, CommandSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "bulk-command-retention", this::prune));
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }
}

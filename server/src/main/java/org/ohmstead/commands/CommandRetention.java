package org.ohmstead.commands;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Clears away commands that ended long ago. */
@Singleton
public class CommandRetention implements RecurringJobs {
    private final SqlCommandStore store;
    private final CommandSettings settings;
    private final Clock clock;

    @Inject
    public CommandRetention(SqlCommandStore store, CommandSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "command-retention", this::prune));
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }
}

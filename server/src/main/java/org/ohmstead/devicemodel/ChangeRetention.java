package org.ohmstead.devicemodel;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away what stations were set to so long ago that nobody asks. */
@Singleton
public class ChangeRetention implements RecurringJobs {
    private final SqlVariableStore store;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public ChangeRetention(SqlVariableStore store, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "station-variable-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old values of stations",
                () -> store.pruneBefore(clock.instant().minus(settings.retention())));
    }
}

package org.ohmstead.dercontrol.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away what happened to controls long ago, or too often at one station. */
@Singleton
public class DerEventRetention implements RecurringJobs {
    private final SqlDerEventStore events;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public DerEventRetention(SqlDerEventStore events, NoticeSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "der-event-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old events of controls",
                () -> events.pruneBefore(clock.instant().minus(settings.retention())));
        OneByOne.attempt(() -> "Clearing away events of controls beyond the most", events::pruneBeyondMost);
    }
}

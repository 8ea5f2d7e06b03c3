package org.ohmstead.monitoring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away stations' events that are too old, or too many of one station, so that their list ends however fast one reports. */
@Singleton
public class StationEventRetention implements RecurringJobs {
    private final SqlStationEventStore events;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public StationEventRetention(SqlStationEventStore events, NoticeSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "station-event-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old events",
                () -> events.pruneBefore(clock.instant().minus(settings.retention())));
        OneByOne.attempt(() -> "Clearing away events beyond the most", events::pruneBeyondMost);
    }
}

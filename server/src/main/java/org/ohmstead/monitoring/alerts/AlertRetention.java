package org.ohmstead.monitoring.alerts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away alerts that ended long ago, or are too many of one station. */
@Singleton
public class AlertRetention implements RecurringJobs {
    private final SqlAlertStore alerts;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public AlertRetention(SqlAlertStore alerts, NoticeSettings settings, Clock clock) {
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "station-alert-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old alerts",
                () -> alerts.pruneBefore(clock.instant().minus(settings.retention())));
        OneByOne.attempt(() -> "Clearing away alerts beyond the most", alerts::pruneBeyondMost);
    }
}

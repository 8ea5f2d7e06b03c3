package org.ohmstead.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away reports that are too old, or too many of one station, so that their list ends however fast one reports. */
@Singleton
public class ReportRetention implements RecurringJobs {
    private final SqlReportStore reports;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public ReportRetention(SqlReportStore reports, NoticeSettings settings, Clock clock) {
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "station-report-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old reports",
                () -> reports.pruneBefore(clock.instant().minus(settings.retention())));
        OneByOne.attempt(() -> "Clearing away reports beyond the most", reports::pruneBeyondMost);
    }
}

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

/** Clears away requests for reports as old as the reports themselves may become. */
@Singleton
public class ReportRequestRetention implements RecurringJobs {
    private final SqlReportRequestStore requests;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public ReportRequestRetention(SqlReportRequestStore requests, NoticeSettings settings, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "report-request-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old requests for reports",
                () -> requests.pruneBefore(clock.instant().minus(settings.retention())));
    }
}

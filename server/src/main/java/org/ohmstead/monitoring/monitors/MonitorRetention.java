package org.ohmstead.monitoring.monitors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away what stations were asked for long ago; the monitors themselves stay. */
@Singleton
public class MonitorRetention implements RecurringJobs {
    private final SqlMonitorReportStore reports;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public MonitorRetention(SqlMonitorReportStore reports, NoticeSettings settings, Clock clock) {
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "monitor-report-retention", this::prune));
    }

    private void prune() {
        reports.pruneBefore(clock.instant().minus(settings.retention()));
    }
}

package org.ohmstead.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.reports.devicemodel.SqlReportStore;
import org.ohmstead.reports.maintenance.SqlJobStatusStore;
import org.ohmstead.reports.monitoring.SqlStationEventStore;
import org.ohmstead.reports.pages.NoticeSettings;
import org.ohmstead.reports.securityevents.SqlSecurityEventStore;

/**
 * Clears away stations' events, steps of jobs and reports that are too old, or too many of one station, so that their lists have
 * an end however fast a station reports. Security events go by age alone, years later.
 */
@Singleton
public class NoticeUpkeep implements Supervised {
    private final SqlStationEventStore events;
    private final SqlJobStatusStore jobs;
    private final SqlReportStore reports;
    private final SqlSecurityEventStore security;
    private final NoticeSettings settings;
    private final Clock clock;
    private final Rounds rounds =
            new Rounds("notice-upkeep").every(Duration.ofHours(1), "Clearing away old notices", this::prune);

    @Inject
    public NoticeUpkeep(
            SqlStationEventStore events,
            SqlJobStatusStore jobs,
            SqlReportStore reports,
            SqlSecurityEventStore security,
            NoticeSettings settings,
            Clock clock) {
        this.events = events;
        this.jobs = jobs;
        this.reports = reports;
        this.security = security;
        this.settings = settings;
        this.clock = clock;
    }

    public void start() {
        rounds.start();
    }

    public void stop() {
        rounds.stop();
    }

    void prune() {
        Instant end = clock.instant().minus(settings.retention());
        OneByOne.attempt(() -> "Clearing away old events", () -> events.pruneBefore(end));
        OneByOne.attempt(() -> "Clearing away old steps of jobs", () -> jobs.pruneBefore(end));
        OneByOne.attempt(() -> "Clearing away old reports", () -> reports.pruneBefore(end));
        OneByOne.attempt(() -> "Clearing away events beyond the most", events::pruneBeyondMost);
        OneByOne.attempt(() -> "Clearing away steps beyond the most", jobs::pruneBeyondMost);
        OneByOne.attempt(() -> "Clearing away reports beyond the most", reports::pruneBeyondMost);
        if (!settings.securityRetention().isZero()) {
            Instant securityEnd = clock.instant().minus(settings.securityRetention());
            OneByOne.attempt(() -> "Clearing away old security events", () -> security.pruneBefore(securityEnd));
        }
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }
}

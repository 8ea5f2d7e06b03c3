package org.ohmstead.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ohmstead.db.StoreUnavailable;

/**
 * Clears away stations' events, steps of jobs and reports that are too old, or too many of one station, so that their lists have
 * an end however fast a station reports. Security events go by age alone, years later.
 */
@Singleton
public class NoticeUpkeep {
    private static final Logger LOG = System.getLogger(NoticeUpkeep.class.getName());

    private final SqlStationEventStore events;
    private final SqlJobStatusStore jobs;
    private final SqlReportStore reports;
    private final SqlSecurityEventStore security;
    private final NoticeSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("notice-upkeep").factory());

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
        timer.scheduleWithFixedDelay(this::round, 60, 60, TimeUnit.MINUTES);
    }

    public void stop() {
        timer.shutdownNow();
    }

    void prune() {
        Instant end = clock.instant().minus(settings.retention());
        events.pruneBefore(end);
        jobs.pruneBefore(end);
        reports.pruneBefore(end);
        events.pruneBeyondMost();
        jobs.pruneBeyondMost();
        reports.pruneBeyondMost();
        if (!settings.securityRetention().isZero()) {
            security.pruneBefore(clock.instant().minus(settings.securityRetention()));
        }
    }

    /** A door: a round that throws would be the last one, whatever it is that it throws. */
    private void round() {
        try {
            prune();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "No database; trying again with the next round", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Old notices could not be cleared away; trying again with the next round", e);
        }
    }
}

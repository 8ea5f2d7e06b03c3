package org.ohmstead.stationjobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away steps of stations' jobs that are too old, or too many of one station, so that their list ends. */
@Singleton
public class JobStatusRetention implements RecurringJobs {
    private final SqlJobStatusStore steps;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public JobStatusRetention(SqlJobStatusStore steps, NoticeSettings settings, Clock clock) {
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "station-job-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old steps of jobs",
                () -> steps.pruneBefore(clock.instant().minus(settings.retention())));
        OneByOne.attempt(() -> "Clearing away steps of jobs beyond the most", steps::pruneBeyondMost);
    }
}

package org.ohmstead.diagnostics;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Ends requests for logs of which nothing was heard for long, and clears away old ones. Their files have an age of their own. */
@Singleton
public class LogUpkeep implements RecurringJobs {
    private static final int STEP = 100;
    private static final Duration SILENT = Duration.ofDays(3);

    private final SqlLogRequestStore store;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public LogUpkeep(SqlLogRequestStore store, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(3), "log-request-upkeep", this::lookAtAll));
    }

    void lookAtAll() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OneByOne.attempt(() -> "Ending requests for logs that nothing was heard of", () -> endSilent(now));
        OneByOne.attempt(
                () -> "Clearing away old requests for logs", () -> store.pruneBefore(now.minus(settings.retention())));
    }

    private void endSilent(Instant now) {
        List<LogRequest> silent = store.silentSince(now.minus(SILENT), STEP);
        String why = "The station has told nothing of it for " + SILENT.toDays() + " days.";
        for (LogRequest each : silent) {
            store.write(each.station(), tx -> {
                SqlLogRequestStore.find(tx, each.station(), each.id())
                        .filter(before -> before.equals(each))
                        .ifPresent(before -> store.update(
                                tx, before, before.with(before.progress().to(LogState.FAILED, why, now))));
                return null;
            });
        }
    }
}

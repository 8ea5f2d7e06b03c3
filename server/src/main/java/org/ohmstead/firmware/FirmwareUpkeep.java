package org.ohmstead.firmware;

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

/** Ends updates of which nothing was heard for long, and clears away old ones. */
@Singleton
public class FirmwareUpkeep implements RecurringJobs {
    private static final int STEP = 100;
    /** Behind its times: an update is no matter of hours. */
    private static final Duration SILENT = Duration.ofDays(7);

    private final SqlFirmwareUpdateStore store;
    private final FirmwareProgress progress;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public FirmwareUpkeep(
            SqlFirmwareUpdateStore store, FirmwareProgress progress, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.progress = progress;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(4), "firmware-update-upkeep", this::lookAtAll));
    }

    void lookAtAll() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OneByOne.attempt(() -> "Ending updates of firmware that nothing was heard of", () -> endSilent(now));
        OneByOne.attempt(
                () -> "Clearing away old updates of firmware",
                () -> store.pruneBefore(now.minus(settings.retention())));
    }

    private void endSilent(Instant now) {
        String why = "The station has told nothing of it for " + SILENT.toDays() + " days.";
        for (FirmwareUpdate each : store.silentSince(now.minus(SILENT), STEP)) {
            store.write(each.station(), tx -> {
                SqlFirmwareUpdateStore.find(tx, each.station(), each.id())
                        .filter(before -> before.equals(each))
                        .ifPresent(before -> progress.change(
                                tx, before, before.with(before.progress().to(UpdateState.FAILED, why, now))));
                return null;
            });
        }
    }
}

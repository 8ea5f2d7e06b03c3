package org.ohmstead.vendor.kept;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/** Clears away vendors' messages that are too old, or too many of one station. */
@Singleton
public class TransferRetention implements RecurringJobs {
    private final SqlTransferStore transfers;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public TransferRetention(SqlTransferStore transfers, NoticeSettings settings, Clock clock) {
        this.transfers = transfers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "data-transfer-retention", this::prune));
    }

    private void prune() {
        OneByOne.attempt(
                () -> "Clearing away old data transfers",
                () -> transfers.pruneBefore(clock.instant().minus(settings.retention())));
        OneByOne.attempt(() -> "Clearing away data transfers beyond the most", transfers::pruneBeyondMost);
    }
}

package org.ohmstead.charging.ageing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.charging.readings.ReadingSettings;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Makes room for new readings and rolls old ones up. */
@Singleton
public class ReadingAgeing implements RecurringJobs {
    private final SqlReadingPartitions partitions;
    private final SqlReadingSweep sweep;
    private final ReadingSettings settings;
    private final Clock clock;

    @Inject
    public ReadingAgeing(
            SqlReadingPartitions partitions, SqlReadingSweep sweep, ReadingSettings settings, Clock clock) {
        this.partitions = partitions;
        this.sweep = sweep;
        this.settings = settings;
        this.clock = clock;
    }

    /** Without a place of their own readings would only be kept elsewhere, so nobody has to wait for it. */
    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ZERO, "reading-room", this::makeRoom),
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(1), "reading-rollup", this::rollUp));
    }

    void makeRoom() {
        partitions.makeAround(clock.instant());
    }

    void round() {
        makeRoom();
        rollUp();
    }

    private void rollUp() {
        if (!settings.forEver()) {
            Instant now = clock.instant();
            Instant end = now.minus(settings.retention());
            OneByOne.attempt(() -> "Rolling up sessions", () -> sweep.sessionsBefore(end));
            OneByOne.attempt(() -> "Rolling up meters", () -> sweep.othersBefore(end));
            partitions.dropEmptyBefore(end, now);
        }
    }
}

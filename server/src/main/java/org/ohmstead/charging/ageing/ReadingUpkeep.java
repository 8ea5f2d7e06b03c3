package org.ohmstead.charging.ageing;

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
import org.ohmstead.charging.readings.ReadingSettings;

/** Makes room for new readings and rolls old ones up. */
@Singleton
public class ReadingUpkeep implements Supervised {
    private final SqlReadingPartitions partitions;
    private final SqlReadingSweep sweep;
    private final ReadingSettings settings;
    private final Clock clock;
    private final Rounds rounds = new Rounds("reading-upkeep")
            .every(Duration.ofHours(1), Duration.ZERO, "Making room for new readings", this::makeRoom)
            .every(Duration.ofHours(1), Duration.ofMinutes(10), "Rolling up old readings", this::rollUp);

    @Inject
    public ReadingUpkeep(
            SqlReadingPartitions partitions, SqlReadingSweep sweep, ReadingSettings settings, Clock clock) {
        this.partitions = partitions;
        this.sweep = sweep;
        this.settings = settings;
        this.clock = clock;
    }

    /** Without a place of their own readings would only be kept elsewhere, so nobody has to wait for this. */
    public void start() {
        rounds.start();
    }

    /** A step that runs is ended, and the round with it. */
    public void stop() {
        rounds.stop();
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

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }
}

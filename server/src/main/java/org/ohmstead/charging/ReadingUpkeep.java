package org.ohmstead.charging;

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

/** Makes room for new readings and rolls old ones up. */
@Singleton
public class ReadingUpkeep {
    private static final Logger LOG = System.getLogger(ReadingUpkeep.class.getName());

    private final SqlReadingPartitions partitions;
    private final SqlReadingSweep sweep;
    private final ReadingSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reading-upkeep").factory());

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
        timer.execute(() -> guarded(this::makeRoom));
        timer.scheduleWithFixedDelay(() -> guarded(this::round), 10, 60, TimeUnit.MINUTES);
    }

    /** A step that runs is ended, and the round with it. */
    public void stop() {
        timer.shutdownNow();
    }

    void makeRoom() {
        partitions.makeAround(clock.instant());
    }

    void round() {
        makeRoom();
        if (!settings.forEver()) {
            Instant now = clock.instant();
            Instant end = now.minus(settings.retention());
            sweep.sessionsBefore(end);
            sweep.othersBefore(end);
            partitions.dropEmptyBefore(end, now);
        }
    }

    /** A door: a round that throws would be the last one, whatever it is that it throws. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "No database; trying again with the next round", e);
        } catch (RuntimeException e) {
            if (timer.isShutdown()) {
                LOG.log(Level.DEBUG, "Ended in the middle of a round", e);
            } else {
                LOG.log(Level.ERROR, "A round of upkeep of the readings failed; trying again with the next one", e);
            }
        }
    }
}

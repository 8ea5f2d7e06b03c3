package org.ohmstead.stations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ohmstead.db.StoreUnavailable;

/** Writes, off the way of any message, what this slice keeps in memory, and clears away what is too old. */
@Singleton
public class StationUpkeep {
    private static final Logger LOG = System.getLogger(StationUpkeep.class.getName());

    private final Connections connections;
    private final Attempts attempts;
    private final LastSeen lastSeen;
    private final StationDeviations deviations;
    private final StationClocks clocks;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("station-upkeep").factory());

    @Inject
    public StationUpkeep(
            Connections connections,
            Attempts attempts,
            LastSeen lastSeen,
            StationDeviations deviations,
            StationClocks clocks) {
        this.connections = connections;
        this.attempts = attempts;
        this.lastSeen = lastSeen;
        this.deviations = deviations;
        this.clocks = clocks;
    }

    /** Before the first station may connect. */
    public void start() {
        connections.closeLeftOpen();
        every(1, TimeUnit.SECONDS, connections::flush, attempts::flush);
        every(10, TimeUnit.SECONDS, lastSeen::flush, deviations::flush, clocks::flush);
        every(60, TimeUnit.MINUTES, connections::prune, attempts::prune);
    }

    /** When the last connection is closed: writes everything. */
    public void stop() {
        timer.shutdown();
        guarded(connections::flush);
        guarded(attempts::flush);
        guarded(lastSeen::flush);
        guarded(deviations::flush);
        guarded(clocks::flush);
    }

    /** Each by itself: one that fails keeps no other from its turn. */
    private void every(long period, TimeUnit unit, Runnable... tasks) {
        timer.scheduleWithFixedDelay(() -> List.of(tasks).forEach(StationUpkeep::guarded), period, period, unit);
    }

    /** A door: a task that throws would never be run again, whatever it is that it throws. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "No database; trying again with the next round", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A round of upkeep of the stations failed; trying again with the next one", e);
        }
    }
}

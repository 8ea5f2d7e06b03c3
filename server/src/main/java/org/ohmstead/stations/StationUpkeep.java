package org.ohmstead.stations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;

/** Writes, off the way of any message, what this slice keeps in memory, and clears away what is too old. */
@Singleton
public class StationUpkeep implements Supervised {
    private final Connections connections;
    private final Attempts attempts;
    private final LastSeen lastSeen;
    private final StationDeviations deviations;
    private final StationClocks clocks;
    private final Rounds rounds = new Rounds("station-upkeep");

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
        every(Duration.ofSeconds(1), "Writing what connections did", connections::flush);
        every(Duration.ofSeconds(1), "Writing who was turned away", attempts::flush);
        every(Duration.ofSeconds(10), "Writing when stations were last seen", lastSeen::flush);
        every(Duration.ofSeconds(10), "Writing deviations", deviations::flush);
        every(Duration.ofSeconds(10), "Writing how far clocks are off", clocks::flush);
        every(Duration.ofHours(1), "Clearing away old connections", connections::prune);
        every(Duration.ofHours(1), "Clearing away old attempts", attempts::prune);
        rounds.start();
    }

    private void every(Duration pause, String task, Runnable work) {
        rounds.every(pause, task, work);
    }

    /** When the last connection is closed: writes everything. */
    public void stop() {
        rounds.finish();
        OneByOne.attemptOrLeave("Writing what connections did", connections::flush);
        OneByOne.attemptOrLeave("Writing who was turned away", attempts::flush);
        OneByOne.attemptOrLeave("Writing when stations were last seen", lastSeen::flush);
        OneByOne.attemptOrLeave("Writing deviations", deviations::flush);
        OneByOne.attemptOrLeave("Writing how far clocks are off", clocks::flush);
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }
}

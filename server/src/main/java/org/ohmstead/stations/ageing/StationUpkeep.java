package org.ohmstead.stations.ageing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.connections.Attempts;
import org.ohmstead.stations.connections.Connections;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.deviations.StationDeviations;
import org.ohmstead.stations.oddities.Oddities;

/**
 * Writes, off the way of any message, what this slice keeps in memory. What a server has in memory it must write itself, so this
 * is no job, which any of the servers would do.
 */
@Singleton
public class StationUpkeep implements Supervised {
    private final Connections connections;
    private final Attempts attempts;
    private final LastSeen lastSeen;
    private final StationDeviations deviations;
    private final Oddities oddities;
    private final StationClocks clocks;
    private final Rounds writing = new Rounds("station-upkeep");

    @Inject
    public StationUpkeep(
            Connections connections,
            Attempts attempts,
            LastSeen lastSeen,
            StationDeviations deviations,
            Oddities oddities,
            StationClocks clocks) {
        this.connections = connections;
        this.attempts = attempts;
        this.lastSeen = lastSeen;
        this.deviations = deviations;
        this.oddities = oddities;
        this.clocks = clocks;
    }

    /** Before the first station may connect. */
    public void start() {
        OneByOne.attemptOrLeave("Closing connections that a server left open", connections::closeLeftOpen);
        writing.every(Duration.ofSeconds(1), "Writing how connections ended", connections::flush)
                .every(Duration.ofSeconds(1), "Writing who was turned away", attempts::flush)
                .every(Duration.ofSeconds(10), "Writing when stations were last seen", lastSeen::flush)
                .every(Duration.ofSeconds(10), "Writing deviations", deviations::flush)
                .every(Duration.ofSeconds(10), "Writing what is odd about handshakes", oddities::flush)
                .every(Duration.ofSeconds(10), "Writing how far clocks are off", clocks::flush)
                .start();
    }

    /** When the last connection is closed: writes everything. */
    public void stop() {
        writing.finish();
        OneByOne.attemptOrLeave("Writing how connections ended", connections::flush);
        OneByOne.attemptOrLeave("Writing who was turned away", attempts::flush);
        OneByOne.attemptOrLeave("Writing when stations were last seen", lastSeen::flush);
        OneByOne.attemptOrLeave("Writing deviations", deviations::flush);
        OneByOne.attemptOrLeave("Writing what is odd about handshakes", oddities::flush);
        OneByOne.attemptOrLeave("Writing how far clocks are off", clocks::flush);
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return writing.states();
    }
}

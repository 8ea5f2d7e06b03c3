package org.ohmstead.commands;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.background.Worker;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand.State;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;

/**
 * Sends the commands that wait for their stations, each station's in their order, once it is connected. One leaves when that is
 * on disk, so that none is sent twice, whatever happens to the server.
 */
@Singleton
public class CommandQueue implements Supervised, Worker {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 200;

    private final StationLinks links;
    private final Commands commands;
    private final CommandOrders orders;
    private final CommandRecords records;
    private final SqlCommandStore store;
    private final Clock clock;
    private final Rounds rounds = new Rounds("command-queue");
    /** Stations whose commands are being sent. */
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    @Inject
    public CommandQueue(
            StationLinks links,
            Commands commands,
            CommandOrders orders,
            CommandRecords records,
            SqlCommandStore store,
            Clock clock) {
        this.links = links;
        this.commands = commands;
        this.orders = orders;
        this.records = records;
        this.store = store;
        this.clock = clock;
    }

    /** What had left before this server began has no answer any more. */
    @Override
    public void start() {
        Instant began = clock.instant();
        rounds.every(
                Duration.ofDays(3650),
                Duration.ZERO,
                "Ending what an earlier server had sent",
                () -> interrupted(began));
        rounds.every(BETWEEN_LOOKS, Duration.ZERO, "Sending queued commands", this::look);
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.finish();
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }

    void interrupted(Instant before) {
        List<StoredCommand> open;
        do {
            open = store.open(before, AT_A_TIME);
            for (StoredCommand command : open) {
                String why = "The server ended before an answer came; whether the station did it is not known.";
                records.end(
                        command.by(),
                        command.station(),
                        command.id(),
                        orders.unsent(command, How.CONNECTION_LOST, why),
                        List.of(State.SENT));
            }
        } while (open.size() == AT_A_TIME);
    }

    /** One look at what waits. */
    void look() {
        for (StoredCommand late : store.expired(clock.instant(), AT_A_TIME)) {
            String why = late.station().identity() + " was not there until " + late.expiresAt() + ".";
            records.end(
                    late.by(), late.station(), late.id(), orders.unsent(late, How.EXPIRED, why), List.of(State.QUEUED));
        }
        for (StationRef station : store.stationsWithQueue()) {
            if (links.isConnected(station) && busy.add(station.id())) {
                Thread.ofVirtual().name("command-queue-" + station.id()).start(() -> {
                    try {
                        OneByOne.attemptOrLeave("Sending what waits for " + station.identity(), () -> sendAll(station));
                    } finally {
                        busy.remove(station.id());
                    }
                });
            }
        }
    }

    private void sendAll(StationRef station) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = store.head(station).filter(this::send).isPresent();
        }
    }

    /** @return false: the station is not there, or takes nothing now */
    private boolean send(StoredCommand queued) {
        if (!clock.instant().isBefore(Objects.requireNonNull(queued.expiresAt()))) {
            return false; // the next look ends it
        }
        Commands.Checked checked;
        try {
            checked = commands.check(queued.by(), queued.command());
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.CONFLICT && "action".equals(refused.field())) {
                return false; // its registration does not let it pass yet
            }
            return end(queued, How.NOT_SUPPORTED, refused.detail());
        }
        CommandResult unsent = checked.unsent();
        if (unsent != null) {
            return unsent.how() != How.NOT_CONNECTED && end(queued, unsent.how(), String.valueOf(unsent.text()));
        }
        if (records.leaving(queued, Objects.requireNonNull(checked.version()))) {
            CommandResult result = commands.deliver(queued.by(), checked, queued.id(), queued);
            return result.how() != How.NOT_CONNECTED && result.how() != How.BUSY;
        }
        return true;
    }

    private boolean end(StoredCommand queued, How how, String why) {
        records.end(queued.by(), queued.station(), queued.id(), orders.unsent(queued, how, why), List.of(State.QUEUED));
        return true;
    }
}

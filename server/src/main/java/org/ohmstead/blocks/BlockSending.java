package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.Commands;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;

/**
 * Tells stations which of their connectors are blocked, one order after the other, each station on a thread of its own. Waits for
 * stations, so no handler of their messages may come here.
 */
@Singleton
public class BlockSending {
    private static final Logger LOG = System.getLogger(BlockSending.class.getName());

    /** The guidance of OCPP 2.x part 2 §3.2 for a message's time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String RULE = "connector-blocks";

    private final SqlConnectorBlockStore store;
    private final StationLinks links;
    private final Commands commands;
    private final ConnectorStates connectors;
    private final Clock clock;

    /** What stations are to be told that are being told something. */
    private final ConcurrentMap<Long, Wish> wishes = new ConcurrentHashMap<>();

    private enum Wish {
        NOTHING_MORE,
        WHAT_IS_NEW,
        ALL
    }

    @Inject
    public BlockSending(
            SqlConnectorBlockStore store,
            StationLinks links,
            Commands commands,
            ConnectorStates connectors,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.commands = commands;
        this.connectors = connectors;
        this.clock = clock;
    }

    /** Tells a station what it was not told yet, if it is connected here. Returns at once. */
    public void tellNews(StationRef station) {
        tell(station, Wish.WHAT_IS_NEW);
    }

    /** Tells a station all its blocks, if it is connected here: it may have forgotten them. Returns at once. */
    public void tellAll(StationRef station) {
        tell(station, Wish.ALL);
    }

    private void tell(StationRef station, Wish wish) {
        if (!links.isConnected(station)) {
            return;
        }
        AtomicBoolean begins = new AtomicBoolean();
        wishes.compute(station.id(), (id, before) -> {
            begins.set(before == null);
            return before == null || before.compareTo(wish) < 0 ? wish : before;
        });
        if (begins.get()) {
            Thread.ofVirtual().name("connector-blocks").start(() -> run(station));
        }
    }

    private void run(StationRef station) {
        do {
            Wish wish = wishes.put(station.id(), Wish.NOTHING_MORE);
            OneByOne.attemptOrLeave(words(station) + " telling it its blocks", () -> send(station, wish == Wish.ALL));
        } while (!wishes.remove(station.id(), Wish.NOTHING_MORE));
    }

    private void send(StationRef station, boolean all) {
        Optional<StationLink> link = links.of(station);
        List<ConnectorBlock> blocks = store.read(station);
        if (link.isEmpty() || blocks.isEmpty()) {
            return;
        }
        BlockOrder.Plan plan = BlockOrder.plan(link.get().version(), blocks, all);
        if (!plan.moot().isEmpty()) {
            store.settled(station, plan.moot(), ConnectorBlock.Answer.NONE);
        }
        for (BlockOrder order : plan.orders()) {
            BlockResult result = send(station, order);
            answered(station, order, result);
            if (result == BlockResult.PENDING) { // what follows would fare no better
                return;
            }
        }
    }

    private BlockResult send(StationRef station, BlockOrder order) {
        try {
            CommandResult result = commands.send(
                    Actor.server(station.tenant(), RULE),
                    new Command(station.identity(), BlockOrder.ACTION, order.payload(), PATIENCE));
            return result(result);
        } catch (Refused refusal) {
            LOG.log(Level.INFO, "{0} is told later {1}: {2}", words(station), order.payload(), refusal.detail());
            return BlockResult.PENDING;
        }
    }

    private static BlockResult result(CommandResult result) {
        return switch (result.how()) {
            case ANSWERED ->
                result.response() == null
                        ? BlockResult.REJECTED
                        : switch (result.response().path("status").asText()) {
                            case "Accepted" -> BlockResult.ACCEPTED;
                            case "Scheduled" -> BlockResult.SCHEDULED;
                            default -> BlockResult.REJECTED;
                        };
            case REFUSED -> BlockResult.REJECTED;
            case NOT_SUPPORTED -> BlockResult.NOT_SUPPORTED;
            case TIMED_OUT, CONNECTION_LOST, NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> BlockResult.PENDING;
        };
    }

    private void answered(StationRef station, BlockOrder order, BlockResult result) {
        LOG.log(
                result == BlockResult.REJECTED || result == BlockResult.NOT_SUPPORTED ? Level.WARNING : Level.INFO,
                "{0} action={1} {2}: {3}",
                words(station),
                BlockOrder.ACTION,
                order.payload(),
                result.word());
        List<ConnectorBlock> lifted =
                order.blocks().stream().filter(block -> !block.stands()).toList();
        boolean told = result != BlockResult.PENDING;
        boolean over = told
                && (result != BlockResult.REJECTED
                        || lifted.size() < order.blocks().size()
                        || areGone(station, lifted));
        ConnectorBlock.Answer answer = ConnectorBlock.Answer.of(result, clock.instant());
        List<ConnectorBlock> settled =
                over ? lifted.stream().filter(block -> !block.isWanted()).toList() : List.of();
        if (!settled.isEmpty()) {
            store.settled(station, settled, answer);
        }
        List<ConnectorBlock> kept = order.blocks().stream()
                .filter(block -> !settled.contains(block))
                .filter(block -> told || !block.answer().equals(answer)) // else it stands so already
                .toList();
        if (!kept.isEmpty()) {
            store.answered(station, kept, answer);
        }
    }

    /** Whether the station has none of these any more, so that it can free none of them. */
    private boolean areGone(StationRef station, List<ConnectorBlock> lifted) {
        List<ConnectorState> known = connectors.of(station);
        return lifted.stream()
                .map(ConnectorBlock::place)
                .noneMatch(place -> place.isStation()
                        || known.stream().anyMatch(state -> place.covers(state.evse(), state.connector())));
    }

    private static String words(StationRef station) {
        return "tenant=" + station.tenant() + " station=" + station.identity();
    }
}

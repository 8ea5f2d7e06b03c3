package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ohmstead.background.OneByOne;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.ConnectorStatus;

/**
 * Notices when a station is to be told its blocks, and when it has done what it had scheduled. Of each node: the one that a station
 * is connected to tells it, and what all of them write of a connector's state is the same.
 */
@Singleton
public class BlockWatch implements EventListener {
    private static final String NAME = "connector-blocks";

    private final SqlConnectorBlockStore store;
    private final BlockSending sending;
    private final ConnectorStates connectors;
    private final Clock clock;

    @Inject
    public BlockWatch(SqlConnectorBlockStore store, BlockSending sending, ConnectorStates connectors, Clock clock) {
        this.store = store;
        this.sending = sending;
        this.connectors = connectors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null) {
            return;
        }
        StationRef station = new StationRef(
                event.tenant(), id, event.payload().path("identity").asText());
        switch (event.kind()) {
            case "station.booted" -> {
                boolean accepted = Registration.ACCEPTED
                        .word()
                        .equals(event.payload().path("registration").asText());
                if (accepted) {
                    sending.tellAll(station);
                }
            }
            case "connector.blocked", "connector.unblocked" -> sending.tellNews(station);
            case "connector.changed" -> settle(station);
            default -> {
                // of no interest here
            }
        }
    }

    /** What no event brings: a station that was away and is back without a boot, one that did not answer in time. */
    public void lookAtAll() {
        Map<StationRef, List<ConnectorBlock>> all =
                store.unsettled().stream().collect(Collectors.groupingBy(ConnectorBlock::station));
        all.forEach((station, blocks) -> OneByOne.attempt(
                () -> "tenant=" + station.tenant() + " station=" + station.identity() + " its blocks", () -> {
                    settle(station);
                    if (blocks.stream().anyMatch(block -> block.answer().result() == BlockResult.PENDING)) {
                        sending.tellNews(station);
                    }
                }));
    }

    /**
     * A block that was scheduled is in force when all that it covers is unavailable, which takes one that says so; what is wanted
     * in service is, when none of it is unavailable.
     */
    private void settle(StationRef station) {
        List<ConnectorBlock> scheduled = store.of(station).stream()
                .filter(block -> block.answer().result() == BlockResult.SCHEDULED)
                .toList();
        if (scheduled.isEmpty()) {
            return;
        }
        List<ConnectorState> states = connectors.of(station).stream()
                .filter(state -> state.evse() > 0)
                .toList();
        List<ConnectorBlock> done =
                scheduled.stream().filter(block -> isInForce(block, states)).toList();
        if (!done.isEmpty()) {
            store.answered(station, done, ConnectorBlock.Answer.of(BlockResult.ACCEPTED, clock.instant()));
        }
    }

    private static boolean isInForce(ConnectorBlock block, List<ConnectorState> states) {
        List<ConnectorState> covered = states.stream()
                .filter(state -> block.place().covers(state.evse(), state.connector()))
                .toList();
        return !covered.isEmpty()
                && (block.stands()
                        ? covered.stream().allMatch(BlockWatch::isUnavailable)
                        : covered.stream().noneMatch(BlockWatch::isUnavailable));
    }

    private static boolean isUnavailable(ConnectorState state) {
        return state.status() == ConnectorStatus.UNAVAILABLE;
    }
}

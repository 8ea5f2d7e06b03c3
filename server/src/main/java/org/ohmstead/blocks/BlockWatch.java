package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ohmstead.background.OneByOne;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
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
public class BlockWatch implements EventListener, RecurringJobs {
    private static final String NAME = "connector-blocks";

    /** What no event brings: a station that was away and is back without a boot, one that did not answer in time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

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

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(BETWEEN_LOOKS, BETWEEN_LOOKS, NAME, this::lookAtAll));
    }

    void lookAtAll() {
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

    /** A block that was scheduled is in force when all that it covers is unavailable. */
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
        List<ConnectorBlock> done = scheduled.stream()
                .filter(block -> states.stream()
                        .filter(state -> block.place().covers(state.evse(), state.connector()))
                        .allMatch(state -> state.status() == ConnectorStatus.UNAVAILABLE))
                .toList();
        if (!done.isEmpty()) {
            store.answered(station, done, BlockResult.ACCEPTED, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }
}

package org.ohmstead.blocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.commands.Commands;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.Sending;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.db.Database;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.ChangeAvailability;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.availability.ConnectorReport;

/** The slice over a database, and one station with two EVSEs, the second one with two connectors. */
public final class BlockWorld implements AutoCloseable {
    public final TestStations stations;
    public final StationRef cp7;
    public final ConnectorBlocks blocks;
    final SqlConnectorBlockStore store;
    final BlockExpiry expiry;
    final BlockWatch watch;
    final BlockedConnectors rule;
    final EvseBlockResource evses;
    final StationBlockResource whole;
    final BlockListResource list;

    /** What the station answers. */
    final AtomicReference<Outcome<?>> answer = new AtomicReference<>(answered(ChangeAvailability.Status.Accepted));

    private int seen;

    public BlockWorld(Database database) {
        stations = new TestStations(database);
        cp7 = stations.station("CP-7");
        Commands commands = new Commands(
                stations.stations,
                stations.links,
                stations.gate,
                new Sending(
                        stations.passwordChanges,
                        new StationLimits(new SqlLimitStore(stations.database, stations.commits), stations.clock)),
                TestCommands.records(stations),
                stations.clock);
        store = store();
        BlockSending sending = new BlockSending(store, stations.links, commands, stations.connectors, stations.clock);
        BlockLifting lifting = new BlockLifting(store, sending, stations.audit, stations.clock);
        expiry = new BlockExpiry(lifting, new Jobs(stations.clock), stations.clock);
        blocks = new ConnectorBlocks(store, lifting, sending, expiry, stations.audit, stations.clock);
        watch = new BlockWatch(store, sending, stations.connectors, stations.clock);
        rule = new BlockedConnectors(blocks, stations.connectors);
        CurrentActor actor = CurrentActor.of(Actor.LOCAL);
        evses = new EvseBlockResource(blocks, new BlockPlaces(stations.connectors), stations.stations, actor);
        whole = new StationBlockResource(blocks, stations.stations, actor);
        list = new BlockListResource(blocks, actor);
        report(1, 1, "Available");
        report(2, 1, "Available");
        report(2, 2, "Available");
        newEvents();
    }

    /** A store that knows what one knows that has just been started. */
    SqlConnectorBlockStore store() {
        return new SqlConnectorBlockStore(stations.database, stations.commits, new Outbox(stations.clock));
    }

    static Outcome<?> answered(ChangeAvailability.Status status) {
        return new Outcome.Answered<>(new ChangeAvailability.Response(status), Duration.ofMillis(5), List.of());
    }

    public void report(int evse, int connector, String status) {
        stations.clock.advance(Duration.ofSeconds(1));
        stations.connectors.report(
                stations.caller(cp7, OcppVersion.V201), ConnectorReport.of(evse, connector, status, null));
    }

    public void remove(int evse, int connector) {
        stations.connectors.remove(Actor.LOCAL, cp7, evse, connector, stations.clock.instant());
    }

    /** The station comes, and answers what {@link #answer} says. */
    ScriptedLink connect(OcppVersion version) {
        ScriptedLink link = new ScriptedLink(cp7, version, call -> answer.get());
        stations.links.put(link);
        return link;
    }

    /** What the station was told until now, once it is so much. */
    List<OcppCall<?>> told(ScriptedLink link, int times) {
        Await.until(() -> link.sent.size() >= times);
        return List.copyOf(link.sent);
    }

    /** The events since this was asked last. */
    public List<StoredEvent> newEvents() {
        List<StoredEvent> all = WaitingEvents.in(stations.database);
        List<StoredEvent> fresh = all.subList(seen, all.size());
        seen = all.size();
        return List.copyOf(fresh);
    }

    static BlockBody why(String reason) {
        return new BlockBody(reason, null);
    }

    static BlockBody until(@Nullable Instant until) {
        return new BlockBody("Repair", until);
    }

    /** {@code 1/1 accepted}, and {@code lifted} where it is. */
    List<String> shown() {
        return list.blocks(null, null, null).items().stream()
                .map(each -> each.evse() + "/" + each.connector() + " " + each.result()
                        + (each.liftedAt() == null ? "" : " lifted"))
                .toList();
    }

    void isShown(String... blocks) {
        Await.until(() -> shown().equals(List.of(blocks)));
    }

    @Override
    public void close() {
        stations.close();
    }
}

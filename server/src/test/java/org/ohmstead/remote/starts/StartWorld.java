package org.ohmstead.remote.starts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.Database;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.tokens.AuthorizationSettings;
import org.ohmstead.tokens.NoSessions;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.SqlUnknownTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenAuthorization;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.Tokens;
import org.ohmstead.tokens.UnknownTokens;
import org.ohmstead.tokens.VerdictRules;

/** The slice over a database, and a station with two EVSEs. */
final class StartWorld implements AutoCloseable {
    final TestStations stations;
    final StationRef cp7;
    final SqlRemoteStartStore store;
    final RemoteStartExpiry expiry;
    final RemoteStartWatch watch;
    final Tokens tokens;
    final TokenAuthorization verdicts;
    final CommandOrders orders;
    final RemoteStartResource resource;
    final RemoteStartListResource list;
    private int seen;

    StartWorld(Database database) {
        stations = new TestStations(database);
        cp7 = stations.station("CP-7");
        RemoteSettings settings = RemoteSettings.defaults();
        store = new SqlRemoteStartStore(database, stations.commits, new Outbox(stations.clock));
        expiry = new RemoteStartExpiry(store, new Jobs(stations.clock), stations.clock);
        RemoteStartOutcomes outcomes = new RemoteStartOutcomes(store, expiry, settings);
        SqlTokenStore cards = new SqlTokenStore(database, stations.commits);
        tokens = new Tokens(cards, stations.audit, stations.clock);
        verdicts = new TokenAuthorization(
                cards,
                new NoSessions(),
                new UnknownTokens(new SqlUnknownTokenStore(database, stations.commits), cards),
                new VerdictRules(List.of(), List.of(new OwnTokens(store, stations.clock))),
                AuthorizationSettings.defaults(),
                stations.clock);
        watch = new RemoteStartWatch(store, stations.connectors, tokens, settings, stations.clock);
        orders = TestCommands.orders(stations, () -> List.of(outcomes));
        RemoteStarts starts = new RemoteStarts(
                TestCommands.verbs(stations, () -> List.of(outcomes)),
                orders,
                store,
                tokens,
                verdicts,
                stations.connectors);
        CurrentActor actor = CurrentActor.of(Actor.LOCAL);
        resource = new RemoteStartResource(starts, actor);
        list = new RemoteStartListResource(starts, stations.stations, actor);
        report(1, "Available");
        report(2, "Available");
        tell();
    }

    void report(int evse, String status) {
        stations.clock.advance(Duration.ofSeconds(1));
        stations.connectors.report(stations.caller(cp7, OcppVersion.V201), ConnectorReport.of(evse, 1, status, null));
    }

    void card(String value, boolean blocked) {
        tokens.create(
                Actor.LOCAL, new Token(value, "ISO14443", null, blocked, null, 0, List.of(), null, null, null, null));
    }

    /** @return what it is sent from now on */
    List<OcppCall<?>> connect(OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
        ScriptedLink link = new ScriptedLink(cp7, version, says);
        stations.links.put(link);
        return link.sent;
    }

    /** It was connected once, so that its version is known, and is away. */
    void away(OcppVersion version) {
        stations.links.of(cp7).ifPresent(stations.links::remove);
        long connection = stations.connections.opened(cp7, version, "10.0.0.1", "/ocpp/CP-7");
        stations.connections.closed(cp7, connection, 1000, "");
        stations.connections.flush();
    }

    RemoteStartView start(String token, @Nullable Integer evse) {
        return start(new RemoteStartBody(token, null, null, evse, null), SendOptions.USUAL);
    }

    RemoteStartView start(RemoteStartBody body, SendOptions options) {
        return (RemoteStartView) resource.start("CP-7", options, body).getEntity();
    }

    RemoteStartView now(RemoteStartView start) {
        return list.get(String.valueOf(start.id()));
    }

    /** The listener is told what has happened since it was last. @return the kinds of that */
    List<String> tell() {
        List<StoredEvent> all = WaitingEvents.in(stations.database);
        List<StoredEvent> fresh = List.copyOf(all.subList(seen, all.size()));
        seen = all.size();
        fresh.forEach(watch::on);
        return fresh.stream().map(StoredEvent::kind).toList();
    }

    /** The kinds of events of remote starts since the last time, told to the listener until nothing new comes of it. */
    List<String> steps() {
        List<String> all = new java.util.ArrayList<>();
        for (List<String> some = tell(); !some.isEmpty(); some = tell()) {
            some.stream().filter(kind -> kind.startsWith("remote-start.")).forEach(all::add);
        }
        return all;
    }

    /** A session that has just begun, as the listener is told. */
    void session(long id, @Nullable String token, int evse, @Nullable Long remoteStart) {
        session("session.started", id, token, evse, remoteStart, "TX-" + id);
    }

    void session(
            String kind, long id, @Nullable String token, int evse, @Nullable Long remoteStart, String transaction) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("session")
                .put("id", id)
                .put("station", "CP-7")
                .put("evse", evse)
                .put("token", token)
                .put("offline", false)
                .put("receivedAt", stations.clock.instant().toString())
                .put("startedAt", "2020-01-01T00:00:00Z") // by the station's clock, which is wrong
                .put("remoteStartNumber", remoteStart)
                .put("transactionId", transaction);
        watch.on(new StoredEvent(1, cp7.tenant(), kind, cp7.id(), payload, stations.clock.instant()));
    }

    /** The jobs whose time has come. */
    void expire(RemoteStartView start) {
        expiry.run("id", new RemoteStartExpiry.Due(cp7.tenant(), cp7.id(), "CP-7", start.id()));
    }

    TokenStatus verdict(String token, TokenQuery.Purpose purpose, @Nullable Long session) {
        return verdicts.verdict(new TokenQuery(cp7, 1, token, null, purpose, session))
                .status();
    }

    @Override
    public void close() {
        stations.close();
    }
}

package org.ohmstead.reservations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Database;
import org.ohmstead.devicemodel.TestModel;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.Tokens;

/** The slice over a database, and one station with two EVSEs. */
final class ReservationWorld implements AutoCloseable {
    final TestStations stations;
    final StationRef cp7;
    final Tokens tokens;
    final TestModel model;
    final SqlReservationStore store;
    final CommandListener listener;
    final CommandOrders orders;
    final Reservations reservations;
    final ReservationWatch watch;
    final ReservationUpkeep upkeep;
    final ReservedConnectors rule;
    final ReservationResource resource;
    final ReservationListResource list;

    /** What the station answers. */
    final AtomicReference<Outcome<?>> answer = new AtomicReference<>();

    private int seen;

    ReservationWorld(Database database) {
        stations = new TestStations(database);
        cp7 = stations.station("CP-7");
        tokens = new Tokens(new SqlTokenStore(stations.database, stations.commits), stations.audit, stations.clock);
        model = new TestModel(stations);
        store = new SqlReservationStore(stations.database, stations.commits, new Outbox(stations.clock));
        listener = new ReservationCommands(store, stations.clock);
        orders = TestCommands.orders(stations, () -> List.of(listener));
        reservations = new Reservations(
                store,
                new ReservationRules(tokens, model.model),
                new Verbs(stations.stations, stations.links, orders),
                orders,
                stations.audit,
                stations.clock);
        watch = new ReservationWatch(store, stations.connectors, stations.clock);
        upkeep = new ReservationUpkeep(store, NoticeSettings.defaults(), stations.audit, stations.clock);
        rule = new ReservedConnectors(store, stations.connectors, stations.clock);
        CurrentActor actor = CurrentActor.of(Actor.LOCAL);
        resource = new ReservationResource(reservations, stations.stations, actor);
        list = new ReservationListResource(reservations, stations.stations, actor);
        report(1, "Available");
        report(2, "Available");
        newEvents();
    }

    ScriptedLink connect(OcppVersion version) {
        ScriptedLink link = new ScriptedLink(cp7, version, call -> answer.get());
        stations.links.put(link);
        return link;
    }

    void says(OcppResult result) {
        answer.set(new Outcome.Answered<>(result, Duration.ofMillis(5), List.of()));
    }

    void report(int evse, String status) {
        stations.clock.advance(Duration.ofSeconds(1));
        stations.connectors.report(stations.caller(cp7, OcppVersion.V16), ConnectorReport.of(evse, 1, status, null));
    }

    Instant inOneHour() {
        return stations.clock.instant().plus(Duration.ofHours(1));
    }

    ReservationBody body(String token, Integer evse) {
        return new ReservationBody(token, null, null, evse, null, null, inOneHour(), null);
    }

    ReservationResult reserve(String token, Integer evse) {
        return reserve(body(token, evse), SendOptions.USUAL);
    }

    ReservationResult reserve(ReservationBody body, SendOptions options) {
        return (ReservationResult) resource.reserve("CP-7", options, body).getEntity();
    }

    ReservationResult cancel(long number) {
        return (ReservationResult) resource.cancel("CP-7", Long.toString(number), SendOptions.USUAL)
                .getEntity();
    }

    String state(long number) {
        return resource.get("CP-7", Long.toString(number)).state();
    }

    /** What the rule says of a start; empty: nothing. */
    String refusal(String token, String group, Integer evse) {
        Token known = new Token(token, "ISO14443", group, false, null, 1, List.of(), null, null, null, null);
        TokenVerdict verdict =
                new TokenVerdict(TokenStatus.ACCEPTED, group, null, null, null, null, List.of(), known, null);
        return rule.refuses(verdict, new TokenQuery(cp7, evse, token, null, TokenQuery.Purpose.START, null))
                .map(refused -> refused.status().word())
                .orElse("");
    }

    /** The events since this was asked last. */
    List<StoredEvent> newEvents() {
        List<StoredEvent> all = WaitingEvents.in(stations.database);
        List<StoredEvent> fresh = all.subList(seen, all.size());
        seen = all.size();
        return List.copyOf(fresh);
    }

    List<String> newKinds() {
        return newEvents().stream()
                .map(StoredEvent::kind)
                .filter(kind -> kind.startsWith("reservation."))
                .toList();
    }

    @Override
    public void close() {
        stations.close();
    }
}

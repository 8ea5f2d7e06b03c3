package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.at;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.api.StrictJson;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.stopping.SessionStopResource;
import org.ohmstead.charging.stopping.SessionStopView;
import org.ohmstead.charging.stopping.SessionStopping;
import org.ohmstead.charging.stopping.TokenStopResource;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.RemoteStopTransaction;
import org.ohmstead.ocpp.v2.GetTransactionStatus;
import org.ohmstead.ocpp.v2.RequestStartStopStatus;
import org.ohmstead.ocpp.v2.RequestStopTransaction;
import org.ohmstead.tokens.AuthorizationSettings;
import org.ohmstead.tokens.RunningSession;
import org.ohmstead.tokens.SqlUnknownTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.UnknownTokens;
import org.ohmstead.tokens.blocking.TokenCharging;
import org.ohmstead.tokens.blocking.TokenSessions;
import org.ohmstead.tokens.rest.Imported;
import org.ohmstead.tokens.rest.TokenImport;
import org.ohmstead.tokens.rest.TokenResource;
import org.ohmstead.tokens.rest.TokenView;

/** A token that is blocked while it charges: the operator learns of it, and can stop it. */
class BlockedTokenTest {
    private static final String CARD = "04A2B3C4D5E680";
    private static final String BLOCK = "{'blocked':true}";

    private final ChargingSite site = new ChargingSite();
    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock = Clock.fixed(at(60), ZoneOffset.UTC);
    private final TestCommands stations = new TestCommands(site.database, site.commits, clock);
    private final SessionStopping stopping =
            new SessionStopping(site.pages, stations.commands, site.ledger, site.commits, site.audit, clock);
    private final SessionStopResource stopSession = new SessionStopResource(
            new SessionLists(site.pages, site.tokens, ChargingSettings.defaults(), clock),
            stopping,
            CurrentActor.of(Actor.LOCAL));
    private TokenSessions sessions = sessions(false);
    private TokenResource tokens = resource();

    BlockedTokenTest() {
        StrictJson.apply(json);
    }

    private TokenSessions sessions(boolean stop) {
        return new TokenSessions(
                site.cards, site.running, stopping, new AuthorizationSettings(List.of(), false, stop), clock);
    }

    private TokenResource resource() {
        UnknownTokens unknown = new UnknownTokens(new SqlUnknownTokenStore(site.database, site.commits), site.cards);
        TokenImport imports = new TokenImport(site.cards, sessions, site.audit, json, clock);
        return new TokenResource(site.tokens, imports, unknown, sessions, CurrentActor.of(Actor.LOCAL), json);
    }

    private void stopByItself() {
        sessions = sessions(true);
        tokens = resource();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private long card(String value, String type, @Nullable String group, String... alsoKnownAs) {
        Token token =
                new Token(value, type, group, false, null, 0, List.of(), null, null, null, null, List.of(alsoKnownAs));
        return site.tokens.create(Actor.LOCAL, token).id();
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private @Nullable TokenCharging change(long id, String changes) {
        return tokens.change(String.valueOf(id), object(changes), null).charging();
    }

    private Imported imported(String dryRun, String... entries) {
        return tokens.importJson(Arrays.stream(entries).map(this::object).toList(), dryRun);
    }

    private static List<Long> ids(@Nullable TokenCharging charging) {
        return charging == null
                ? List.of()
                : charging.sessions().stream().map(RunningSession::id).toList();
    }

    private long startAt8(String token, int connector) {
        return site.start(
                        CP8,
                        "{'connectorId':%d,'idTag':'%s','meterStart':0,'timestamp':'%s'}"
                                .formatted(connector, token, at(0)))
                .transactionId();
    }

    private void start2(String token, String type) {
        site.event(
                "Started",
                0,
                "Authorized",
                "'evse':{'id':2,'connectorId':1},'idToken':{'idToken':'%s','type':'%s'}".formatted(token, type));
    }

    private List<OcppCall<?>> accepting16() {
        return stations.connect(
                CP7,
                OcppVersion.V16,
                call -> TestCommands.answer(new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Accepted)));
    }

    private String evidence(long session) {
        return site.trails.page(site.session(session), Limit.USUAL, null).items().stream()
                .filter(step -> step.kind().equals("commanded"))
                .map(step -> step.action() + " " + step.detail())
                .reduce("", String::concat);
    }

    private static Refused.Kind refused(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).kind();
    }

    @Test
    void blocking_it_names_the_sessions_that_run_with_it_and_how_to_stop_them() {
        long id = card(CARD, "ISO14443", "FLEET", "04A2B3C4D5E6");
        List<OcppCall<?>> sent = accepting16();
        long first = site.start("04:A2:B3:C4:D5:E6:80", 1000, 0);
        site.meter(first, "3500", 30);
        long second = startAt8("04A2B3C4D5E6", 2);
        long mate = site.start(2, "MATE", 0, 0);
        assertThat(tokens.get(String.valueOf(id)).charging()).as("not refused").isNull();

        TokenView view = tokens.change(String.valueOf(id), object(BLOCK), null);

        TokenCharging charging = view.charging();
        assertThat(view.blocked()).isTrue();
        assertThat(ids(charging)).containsExactly(first, second).doesNotContain(mate);
        RunningSession shown = charging.sessions().getFirst();
        assertThat(shown.station()).isEqualTo("CP-7");
        assertThat(shown.evse()).isEqualTo(1);
        assertThat(shown.token()).isEqualTo(CARD);
        assertThat(shown.startedAt()).isEqualTo(at(0));
        assertThat(shown.energyWh()).isEqualByComparingTo("2500");
        assertThat(charging.stop()).isEqualTo("POST /api/v1/tokens/" + id + "/stop-sessions");
        assertThat(charging.stopping()).isFalse();
        assertThat(tokens.get(String.valueOf(id)).charging()).isEqualTo(charging);
        assertThat(tokens.list(CARD, null, null, null, null).items().getFirst().charging())
                .isNull();
        assertThat(change(id, "{'blocked':false}")).isNull();
        assertThat(sent).isEmpty();
    }

    @Test
    void so_does_letting_it_expire_but_not_in_the_future() {
        long id = card(CARD, "ISO14443", null);
        long number = site.start(CARD, 0, 0);
        assertThat(change(id, "{'expiresAt':'2030-01-01T00:00:00Z'}")).isNull();
        assertThat(ids(change(id, "{'expiresAt':'2026-05-01T12:59:59Z'}"))).containsExactly(number);
    }

    @Test
    void what_has_ended_or_counts_as_over_is_not_named() {
        long id = card(CARD, "ISO14443", null);
        site.stop(site.start(CARD, 0, 0), 100, 1);
        long cut = site.start(CARD, 0, 2);
        site.status(1, "Charging");
        site.boot(CP7);
        site.status(1, "Available");
        site.now = site.now.plusSeconds(1);
        assertThat(site.session(cut).isOpen()).isTrue();
        assertThat(change(id, BLOCK)).isNull();
        site.now = site.now.plus(Duration.ofMinutes(1));
        site.meter(cut, "70", 2);
        assertThat(ids(tokens.get(String.valueOf(id)).charging()))
                .as("it goes on")
                .containsExactly(cut);
    }

    @Test
    void a_session_belongs_to_the_token_of_its_type() {
        long card = card("DE-1", "ISO14443", null);
        long contract = card("DE-1", "eMAID", null);
        start2("DE-1", "eMAID");
        assertThat(change(card, BLOCK)).isNull();
        assertThat(ids(change(contract, BLOCK))).containsExactly(site.session().id());
        assertThat(site.session().token().type()).isEqualTo("eMAID");
    }

    @Test
    void an_import_that_blocks_says_so_and_so_does_its_preview() {
        long id = card(CARD, "ISO14443", null);
        stopByItself();
        long known = site.start(CARD, 0, 0);
        long stranger = startAt8("STRANGER", 1);
        String[] entries = {"{'value':'04:a2:b3:c4:d5:e6:80','blocked':true}", "{'value':'STRANGER','blocked':true}"};
        List<OcppCall<?>> sent = accepting16();

        Imported preview = imported("true", entries);
        assertThat(preview.charging()).hasSize(2);
        assertThat(preview.charging()).allMatch(charging -> !charging.stopping());
        assertThat(preview.charging().getLast().stop())
                .as("it has no number yet")
                .isNull();
        assertThat(sent).isEmpty();
        Imported done = imported(null, entries);
        assertThat(done.charging().getFirst().stop()).isEqualTo("POST /api/v1/tokens/" + id + "/stop-sessions");
        assertThat(ids(done.charging().getFirst())).containsExactly(known);
        assertThat(ids(done.charging().getLast())).containsExactly(stranger);
        assertThat(done.charging().getLast().stop()).startsWith("POST /api/v1/tokens/");
        assertThat(done.charging()).allMatch(TokenCharging::stopping);
        Await.until(() -> sent.size() == 1 && evidence(stranger).contains("notConnected"));
        assertThat(imported("true", "{'value':'FRIEND','note':'x'}").charging()).isEmpty();
    }

    @Test
    void more_tokens_than_a_statement_takes_are_asked_for_in_pieces() {
        long number = site.start(CARD, 0, 0);
        String[] entries = new String[1201];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = "{'value':'%s','blocked':true}".formatted(i == 1200 ? CARD : "CARD-" + i);
        }
        Imported done = imported(null, entries);
        assertThat(done.created()).isEqualTo(1201);
        assertThat(done.charging()).hasSize(1);
        assertThat(ids(done.charging().getFirst())).containsExactly(number);
    }

    @Test
    void with_the_setting_it_is_stopped_after_the_change_and_the_evidence_says_so() {
        long id = card(CARD, "ISO14443", null);
        long number = site.start(CARD, 0, 0);
        long elsewhere = startAt8(CARD, 1);
        List<OcppCall<?>> sent = stations.connect(CP7, OcppVersion.V16, call -> {
            site.stop(number, 100, 5); // as fast as that
            return TestCommands.answer(new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Accepted));
        });
        assertThat(change(id, "{'note':'Tom'}")).isNull();
        stopByItself();
        assertThat(change(id, "{'note':'Maria'}")).isNull();
        assertThat(sent).isEmpty();

        TokenCharging charging = change(id, BLOCK);

        assertThat(charging.stopping()).isTrue();
        assertThat(ids(charging)).containsExactly(number, elsewhere);
        Await.until(() -> !evidence(number).isEmpty() && !evidence(elsewhere).isEmpty());
        assertThat(sent).containsExactly(new RemoteStopTransaction.Request(number));
        assertThat(evidence(number)).contains("RemoteStopTransaction", "Accepted", "its token was blocked");
        assertThat(evidence(elsewhere)).contains("notConnected");
        assertThat(RecordedLines.of(site.database, site.commits))
                .filteredOn(line -> line.startsWith("server:stop-blocked-sessions "))
                .anyMatch(line -> line.contains(" station CP-7 command ") && line.contains("RemoteStopTransaction"))
                .anyMatch(line -> line.contains(" session " + number + " stop-requested ")
                        && line.contains("'because':'its token was blocked'"))
                .anyMatch(line ->
                        line.contains(" session " + elsewhere + " stop-requested ") && line.contains("notConnected"))
                .hasSize(3);
        assertThat(site.session(number).state()).isEqualTo(SessionState.ENDED);
        assertThat(site.session(number).suspicions()).isEmpty();
        assertThat(site.session(elsewhere).isOpen()).isTrue();
    }

    @Test
    void a_session_of_1_6_is_stopped_by_its_number_and_ends_with_its_own_stop() {
        long number = site.start("KNOWN", 0, 0);
        List<OcppCall<?>> sent = accepting16();
        SessionStopView stop = stopSession.stop(String.valueOf(number));
        assertThat(sent).containsExactly(new RemoteStopTransaction.Request(number));
        assertThat(stop.action()).isEqualTo("RemoteStopTransaction");
        assertThat(stop.outcome()).isEqualTo("answered");
        assertThat(stop.sent()).isTrue();
        assertThat(stop.accepted()).isTrue();
        assertThat(String.valueOf(stop.response())).contains("Accepted");
        assertThat(site.session(number).isOpen()).isTrue();
        assertThat(evidence(number)).contains("it was asked for", "Accepted");
        site.stop(number, 100, 5);
        assertThat(site.session(number).suspicions()).isEmpty();
        assertThat(refused(() -> stopSession.stop(String.valueOf(number)))).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(refused(() -> stopSession.stop("999999"))).isEqualTo(Refused.Kind.NOT_FOUND);
        assertThat(refused(() -> stopSession.stop("seven"))).isEqualTo(Refused.Kind.NOT_FOUND);
    }

    @Test
    void one_whose_number_the_station_made_up_is_stopped_by_that() {
        site.meter(4711L, "100", 0);
        List<OcppCall<?>> sent = accepting16();
        stopSession.stop(String.valueOf(site.session().id()));
        assertThat(sent).containsExactly(new RemoteStopTransaction.Request(4711));
    }

    @ParameterizedTest
    @CsvSource({"Accepted,true", "Rejected,false"})
    void a_session_of_2_x_is_stopped_by_the_stations_own_id(RequestStartStopStatus says, boolean accepted) {
        start2("KNOWN", "ISO14443");
        List<OcppCall<?>> sent = stations.connect(
                CP7, OcppVersion.V201, call -> TestCommands.answer(new RequestStopTransaction.Response(says)));
        long number = site.session().id();
        SessionStopView stop = stopSession.stop(String.valueOf(number));
        assertThat(sent).startsWith(new RequestStopTransaction.Request("TX"));
        assertThat(stop.evse()).isEqualTo(2);
        assertThat(stop.accepted()).isEqualTo(accepted);
        assertThat(evidence(number)).contains("RequestStopTransaction", says.name());
        site.event("Updated", 1, "MeterValuePeriodic", "");
        site.event("Ended", 2, "RemoteStop", "'transactionInfo':{'transactionId':'TX','stoppedReason':'Remote'}");
        assertThat(site.session().state()).isEqualTo(SessionState.ENDED);
        assertThat(site.session().suspicions()).doesNotContain(Suspicion.SEQ_GAP, Suspicion.SEQ_CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({"false,true", "true,false", ",false"})
    void a_station_that_refuses_because_it_runs_no_more_has_nothing_to_stop(@Nullable Boolean ongoing, boolean over) {
        start2("KNOWN", "ISO14443");
        List<OcppCall<?>> sent = stations.connect(
                CP7,
                OcppVersion.V201,
                call -> TestCommands.answer(
                        call instanceof GetTransactionStatus.Request
                                ? new GetTransactionStatus.Response(true, ongoing)
                                : new RequestStopTransaction.Response(RequestStartStopStatus.Rejected)));
        SessionStopView stop = stopSession.stop(String.valueOf(site.session().id()));
        assertThat(sent).hasSize(2).contains(new GetTransactionStatus.Request("TX"));
        assertThat(stop.over()).isEqualTo(over);
        assertThat(stop.accepted()).isEqualTo(over);
        assertThat(site.session().isOpen()).isTrue();
    }

    @Test
    void so_has_one_whose_stop_was_faster() {
        long number = site.start("KNOWN", 0, 0);
        stations.connect(CP7, OcppVersion.V16, call -> {
            site.stop(number, 100, 5);
            return TestCommands.answer(new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Rejected));
        });
        SessionStopView stop = stopSession.stop(String.valueOf(number));
        assertThat(stop.over()).isTrue();
        assertThat(stop.accepted()).isTrue();
    }

    @Test
    void of_a_station_that_is_not_there_it_says_so() {
        long number = site.start("KNOWN", 0, 0);
        SessionStopView stop = stopSession.stop(String.valueOf(number));
        assertThat(stop.outcome()).isEqualTo("notConnected");
        assertThat(stop.sent()).isFalse();
        assertThat(stop.accepted()).isFalse();
        assertThat(stop.errorText()).contains("connected");
        assertThat(evidence(number)).contains("notConnected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "silent", "another version"})
    void what_keeps_a_stop_from_its_station_is_told(String what) {
        long number = site.start("KNOWN", 0, 0);
        stations.connect(
                CP7, what.equals("another version") ? OcppVersion.V201 : OcppVersion.V16, call -> switch (what) {
                    case "busy" -> new Outcome.Busy<>("32 CALLs wait already");
                    default -> new Outcome.TimedOut<>(Duration.ofSeconds(30));
                });
        SessionStopView stop = stopSession.stop(String.valueOf(number));
        assertThat(stop.outcome())
                .isEqualTo(
                        switch (what) {
                            case "busy" -> null;
                            case "silent" -> "timedOut";
                            default -> "notSupported";
                        });
        assertThat(stop.sent()).isEqualTo(what.equals("silent"));
        assertThat(stop.accepted()).isFalse();
        assertThat(stop.errorText()).isNotBlank();
        assertThat(evidence(number)).contains(what.equals("busy") ? "notSent: The command was not sent" : ": ");
    }

    @Test
    void all_of_a_token_are_stopped_at_once_whichever_of_its_values_was_read() {
        long id = card(CARD, "ISO14443", "FLEET", "04A2B3C4D5E6");
        long one = site.start(CARD, 0, 0);
        long two = site.start(2, "04 a2 b3 c4 d5 e6", 0, 0);
        long away = startAt8(CARD, 1);
        site.start(3, "MATE", 0, 0);
        List<OcppCall<?>> sent = accepting16();
        TokenStopResource resource = new TokenStopResource(sessions, stopping, CurrentActor.of(Actor.LOCAL));
        List<SessionStopView> stops = resource.stop(String.valueOf(id)).sessions();
        assertThat(stops).extracting(SessionStopView::session).containsExactly(one, two, away);
        assertThat(stops).extracting(SessionStopView::accepted).containsExactly(true, true, false);
        assertThat(stops.getLast().outcome()).isEqualTo("notConnected");
        assertThat(sent)
                .containsExactly(new RemoteStopTransaction.Request(one), new RemoteStopTransaction.Request(two));
        site.stop(one, 1, 1);
        site.stop(two, 1, 1);
        assertThat(resource.stop(String.valueOf(id)).sessions()).hasSize(1);
        assertThat(refused(() -> resource.stop("999999"))).isEqualTo(Refused.Kind.NOT_FOUND);
        assertThat(refused(() -> resource.stop("x"))).isEqualTo(Refused.Kind.NOT_FOUND);
    }
}

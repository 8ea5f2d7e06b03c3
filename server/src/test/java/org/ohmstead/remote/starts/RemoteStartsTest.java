package org.ohmstead.remote.starts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandOrder;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.RemoteStartTransaction;
import org.ohmstead.ocpp.v2.RequestStartStopStatus;
import org.ohmstead.ocpp.v2.RequestStartTransaction;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.TokenStatus;

class RemoteStartsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static Outcome<?> accepted16() {
        return TestCommands.answer(new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Accepted));
    }

    private static Outcome<?> accepted2() {
        return TestCommands.answer(new RequestStartTransaction.Response(RequestStartStopStatus.Accepted));
    }

    private static Function<OcppCall<?>, Outcome<?>> silent() {
        return call -> new Outcome.TimedOut<>(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void its_whole_life_is_one_object(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            List<OcppCall<?>> sent = world.connect(V201, call -> accepted2());
            RemoteStartView start = world.start("APP-4711", 2);
            RequestStartTransaction.Request request = (RequestStartTransaction.Request) sent.getFirst();
            assertThat(request.idToken().idToken()).isEqualTo("APP-4711");
            assertThat(request.idToken().type()).isEqualTo("Central");
            assertThat(request.evseId()).isEqualTo(2);
            assertThat(request.remoteStartId()).isPositive();
            assertThat(start.remoteStartId()).isEqualTo(request.remoteStartId());
            assertThat(start.state()).isEqualTo("accepted");
            assertThat(start.expiresAt()).isEqualTo(start.acceptedAt().plus(Duration.ofMinutes(3)));
            assertThat(world.steps()).containsExactly("remote-start.requested", "remote-start.accepted");

            world.report(1, "Occupied");
            assertThat(world.steps()).as("another EVSE").isEmpty();
            world.report(2, "Occupied");
            assertThat(world.steps()).containsExactly("remote-start.plugged");
            assertThat(world.now(start).pluggedAt()).isNotNull();

            world.session(1, "APP-4711", 2, start.remoteStartId() + 1);
            assertThat(world.now(start).state()).as("another number").isEqualTo("plugged");
            world.session(2, null, 2, start.remoteStartId());
            world.session(3, null, 2, start.remoteStartId());
            RemoteStartView done = world.now(start);
            assertThat(done.state()).isEqualTo("started");
            assertThat(done.session()).isEqualTo(2);
            assertThat(world.steps()).containsExactly("remote-start.started");
            world.stations.clock.advance(Duration.ofHours(1));
            world.expire(start);
            assertThat(world.now(start)).isEqualTo(done);
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(line ->
                            line.startsWith("local station CP-7 command ") && line.contains("RequestStartTransaction"));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_after_sessions_that_nobody_had_waited_for_gets_its_own_all_the_same(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.connect(V201, call -> accepted2());
            world.session(1, "SOMEBODY", 1, null);
            RemoteStartView start = world.start("APP-4711", 2);
            world.steps();
            world.session(2, "APP-4711", 2, start.remoteStartId());
            assertThat(world.now(start).session()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void in_1_6_the_session_is_known_by_token_evse_and_time(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.card("04A2B3C4", false);
            List<OcppCall<?>> sent = world.connect(V16, call -> accepted16());
            RemoteStartView other = world.start("04A2B3C4", 2);
            RemoteStartView start = world.start("04:a2:b3:c4", 1);
            assertThat(sent).contains(new RemoteStartTransaction.Request("04:a2:b3:c4", 1, null));
            assertThat(start.remoteStartId()).isNull();
            world.session(1, "SOMEBODY", 1, null);
            world.session("session.updated", 2, "04A2B3C4", 1, null, "2");
            assertThat(world.now(start).state()).isEqualTo("accepted");
            RemoteStartView again = world.start("04A2B3C4", 1);
            world.session(3, "04A2B3C4", 1, null);
            world.session(3, "04A2B3C4", 1, null); // an event may come twice
            assertThat(world.now(again).session()).isEqualTo(3);
            assertThat(world.now(start).state()).isEqualTo("accepted");
            assertThat(world.now(other).state()).isEqualTo("accepted");
            world.stations.clock.advance(Duration.ofMinutes(5));
            world.session(4, "04A2B3C4", 2, null);
            assertThat(world.now(other).state()).as("too late").isEqualTo("accepted");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void it_expires_when_nothing_follows_and_a_late_session_joins_it_by_its_number(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.connect(V201, call -> accepted2());
            RemoteStartView start = world.start("APP", 1);
            world.steps();
            world.stations.clock.advance(Duration.ofMinutes(2));
            world.expire(start);
            assertThat(world.steps()).isEmpty();
            world.stations.clock.advance(Duration.ofMinutes(2));
            assertThat(world.stations.database.rows(
                            Scope.everywhere(),
                            "select data_json from scheduled_job",
                            row -> String.valueOf(row.text(1))))
                    .singleElement()
                    .asString()
                    .contains("\"remoteStart\":" + start.id());
            world.expire(start);
            assertThat(world.now(start).state()).isEqualTo("expired");
            assertThat(world.now(start).note()).contains("No session has followed");
            assertThat(world.steps()).containsExactly("remote-start.expired");
            world.session(9, "APP", 1, start.remoteStartId());
            assertThat(world.now(start).session()).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_refusal_says_why_and_no_session_of_a_card_is_taken_for_its(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.card("CARD", false);
            world.connect(
                    V201,
                    call -> TestCommands.answer(new RequestStartTransaction.Response(
                            RequestStartStopStatus.Rejected, new StatusInfo("InvalidIdToken", "no"), null)));
            RemoteStartView rejected = world.start("CARD", 1);
            assertThat(rejected.state()).isEqualTo("rejected");
            assertThat(rejected.note()).isEqualTo("InvalidIdToken: no");
            world.away(V201);
            RemoteStartView away = world.start("CARD", 1);
            assertThat(away.state()).isEqualTo("failed");
            assertThat(away.note()).contains("not connected");
            world.session(1, "CARD", 1, null);
            assertThat(world.now(rejected)).isEqualTo(rejected);
            assertThat(world.now(away)).isEqualTo(away);
            assertThat(world.steps())
                    .containsExactly(
                            "remote-start.requested",
                            "remote-start.rejected",
                            "remote-start.requested",
                            "remote-start.failed");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_nobody_answered_has_failed_until_its_session_shows_otherwise(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.connect(V16, silent());
            RemoteStartView start = world.start("APP", 1);
            assertThat(start.state()).isEqualTo("failed");
            world.stations.clock.advance(Duration.ofMinutes(1));
            world.session(5, "APP", 1, null);
            assertThat(world.now(start).state()).isEqualTo("started");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void its_session_may_begin_before_the_station_has_answered(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.connect(V16, call -> {
                world.session(5, "APP", 1, null);
                return accepted16();
            });
            RemoteStartView start = world.start("APP", 1);
            assertThat(start.state()).isEqualTo("started");
            assertThat(start.session()).isEqualTo(5);
            assertThat(start.acceptedAt()).isNotNull();
            assertThat(world.steps()).containsExactly("remote-start.requested", "remote-start.started");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_cable_may_be_there_first_and_the_transaction_too(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.report(1, "Occupied");
            world.connect(
                    V201,
                    call -> TestCommands.answer(
                            new RequestStartTransaction.Response(RequestStartStopStatus.Accepted, null, "TX-5")));
            RemoteStartView start = world.start("APP", 1);
            assertThat(start.transactionId()).isEqualTo("TX-5");
            assertThat(world.steps())
                    .containsExactly("remote-start.requested", "remote-start.accepted", "remote-start.plugged");
            world.session("session.updated", 5, "APP", 1, null, "TX-5");
            assertThat(world.now(start).session()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_was_sent_as_a_plain_command_is_kept_alike(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.connect(V16, call -> accepted16());
            JsonNode payload =
                    JsonNodeFactory.instance.objectNode().put("idTag", "APP").put("connectorId", 2);
            Command command = new Command("CP-7", "RemoteStartTransaction", payload, Duration.ofSeconds(5));
            world.orders.submit(Actor.LOCAL, new CommandOrder(command, Duration.ofSeconds(5), null, null));
            List<RemoteStartView> all = world.list
                    .list("CP-7", "accepted", "APP", null, null, null, null, null)
                    .items();
            assertThat(all).singleElement().satisfies(start -> {
                assertThat(start.evse()).isEqualTo(2);
                assertThat(start.requestedBy()).isEqualTo("local");
            });
            assertThat(world.list
                            .list(null, "expired", null, null, null, null, null, null)
                            .items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_waits_for_its_station_is_there_already(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.away(V16);
            SendOptions hour = new SendOptions(null, null, "1h", null);
            RemoteStartView queued = world.start(new RemoteStartBody("APP", null, null, 1, null), hour);
            assertThat(queued.state()).isEqualTo("queued");
            world.session(1, "APP", 1, null);
            assertThat(world.now(queued).state()).isEqualTo("queued");
            world.orders.cancel(Actor.LOCAL, queued.command());
            assertThat(world.now(queued).state()).isEqualTo("failed");
            assertThat(world.steps()).containsExactly("remote-start.queued", "remote-start.failed");
            world.store.pruneBefore(world.stations.clock.instant().plusSeconds(1));
            assertThat(world.list
                            .list(null, null, null, null, null, null, null, null)
                            .items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void with_one_key_it_is_one_start(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            List<OcppCall<?>> sent = world.connect(V201, call -> accepted2());
            SendOptions keyed = new SendOptions(null, null, null, "k-1");
            RemoteStartBody body = new RemoteStartBody("APP", null, "FLEET", 1, null);
            RemoteStartView first = world.start(body, keyed);
            assertThat(world.start(body, keyed)).isEqualTo(first);
            assertThat(sent).hasSize(1);
            assertThat(first.groupToken()).isEqualTo("FLEET");
            assertThat(world.start(body, SendOptions.USUAL).remoteStartId()).isNotEqualTo(first.remoteStartId());
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void its_token_is_accepted_for_it_and_for_nothing_else(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.connect(V16, call -> {
                assertThat(world.verdict("APP", Purpose.AUTHORIZE, null)).isEqualTo(TokenStatus.ACCEPTED);
                return accepted16();
            });
            assertThat(world.verdict("APP", Purpose.START, null)).isEqualTo(TokenStatus.UNKNOWN);
            RemoteStartView start = world.start("APP", 1);
            assertThat(world.verdict("APP", Purpose.START, null)).isEqualTo(TokenStatus.ACCEPTED);
            assertThat(world.verdict("APPLE", Purpose.START, null)).isEqualTo(TokenStatus.UNKNOWN);
            world.session(5, "APP", 1, null);
            assertThat(world.verdict("APP", Purpose.START, 5L)).isEqualTo(TokenStatus.ACCEPTED);
            assertThat(world.verdict("APP", Purpose.START, null)).isEqualTo(TokenStatus.UNKNOWN);
            assertThat(world.verdict("APP", Purpose.STOP, null)).isEqualTo(TokenStatus.ACCEPTED);
            RemoteStartView idle = world.start("APP-2", 1);
            world.stations.clock.advance(Duration.ofMinutes(4));
            world.expire(idle);
            assertThat(world.verdict("APP-2", Purpose.START, null)).isEqualTo(TokenStatus.UNKNOWN);
            assertThat(world.now(start).session()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_cannot_be_is_refused_by_its_field_and_nothing_is_sent(TestDatabases.Kind kind) {
        try (StartWorld world = new StartWorld(kind.open())) {
            world.card("STOLEN", true);
            List<OcppCall<?>> sent = world.connect(V16, call -> accepted16());
            assertThat(refused(world, new RemoteStartBody(null, null, null, 1, null)))
                    .isEqualTo("token");
            assertThat(refused(world, new RemoteStartBody("STOLEN", null, null, 1, null)))
                    .isEqualTo("token");
            assertThat(refused(world, new RemoteStartBody("123456789012345678901", null, null, 1, null)))
                    .isEqualTo("token");
            assertThat(refused(world, new RemoteStartBody("A", null, "FLEET", 1, null)))
                    .isEqualTo("groupToken");
            assertThat(refused(world, new RemoteStartBody("A", null, null, 0, null)))
                    .isEqualTo("evse");
            JsonNode profile = JsonNodeFactory.instance.objectNode().put("chargingProfilePurpose", "TxDefaultProfile");
            assertThat(refused(world, new RemoteStartBody("A", null, null, 1, profile)))
                    .isEqualTo("chargingProfile.chargingProfilePurpose");
            assertThat(sent).isEmpty();
            assertThat(world.steps()).isEmpty();
        }
    }

    private static String refused(StartWorld world, RemoteStartBody body) {
        return String.valueOf(catchThrowableOfType(Refused.class, () -> world.start(body, SendOptions.USUAL))
                .field());
    }
}

package org.ohmstead.remote.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.GetTransactionStatus;
import org.ohmstead.ocpp.v2.TriggerMessage.MessageTrigger;
import org.ohmstead.ocpp.v2.TriggerMessage.TriggerMessageStatus;
import org.ohmstead.ocpp.v2.UnlockConnector;
import org.ohmstead.ocpp.v2.UnlockConnector.UnlockStatus;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.availability.ConnectorReport;

/** What is over with the station's answer. */
class ControlsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    /** The verbs over a database, and a station with two EVSEs, the second one with two connectors. */
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final UnlockResource unlocking;
        final TriggerResource triggering;
        final ClearCacheResource cache;
        final QueueCheckResource queue;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            ControlOutcomes outcomes = new ControlOutcomes(new Outbox(stations.clock));
            Verbs verbs = TestCommands.verbs(stations, () -> List.of(outcomes));
            CurrentActor actor = CurrentActor.of(Actor.LOCAL);
            unlocking = new UnlockResource(new Unlocking(verbs, stations.connectors), actor);
            triggering = new TriggerResource(new Triggering(verbs, stations.connectors), actor);
            cache = new ClearCacheResource(verbs, actor);
            queue = new QueueCheckResource(new SessionChecks(verbs), actor);
            report(1, 1);
            report(2, 1);
            report(2, 2);
        }

        private void report(int evse, int connector) {
            stations.connectors.report(
                    stations.caller(cp7, V201), ConnectorReport.of(evse, connector, "Available", null));
        }

        List<OcppCall<?>> connect(OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
            ScriptedLink link = new ScriptedLink(cp7, version, says);
            stations.links.put(link);
            return link.sent;
        }

        VerbView unlock(String evse, @Nullable Integer connector) {
            return (VerbView) unlocking
                    .unlock("CP-7", evse, SendOptions.USUAL, new UnlockBody(connector))
                    .getEntity();
        }

        TriggerView trigger(String message, @Nullable Integer evse, @Nullable Integer connector) {
            return (TriggerView) triggering
                    .trigger("CP-7", SendOptions.USUAL, new TriggerBody(message, evse, connector, null))
                    .getEntity();
        }

        List<JsonNode> events(String kind) {
            return WaitingEvents.in(stations.database).stream()
                    .filter(event -> event.kind().equals(kind))
                    .map(event -> event.payload())
                    .toList();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static String refused(Runnable call) {
        return String.valueOf(catchThrowableOfType(Refused.class, call::run).field());
    }

    private static Outcome<?> unlocked(UnlockStatus status) {
        return TestCommands.answer(new UnlockConnector.Response(status, null));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_connector_is_unlocked_or_the_event_says_why_not(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            List<OcppCall<?>> sent = world.connect(V201, call -> unlocked(UnlockStatus.Unlocked));
            assertThat(world.unlock("1", null).status()).isEqualTo("Unlocked");
            assertThat(sent).containsExactly(new UnlockConnector.Request(1, 1));
            assertThat(refused(() -> world.unlock("2", null))).isEqualTo("connector");
            assertThat(refused(() -> world.unlock("2", 0))).isEqualTo("connector");
            assertThat(refused(() -> world.unlock("0", null))).isEqualTo("evse");
            assertThat(world.events("connector.unlocked")).singleElement().satisfies(event -> {
                assertThat(event.path("evse").asInt()).isEqualTo(1);
                assertThat(event.path("actor").asText()).isEqualTo("local");
            });
            world.connect(V201, call -> unlocked(UnlockStatus.OngoingAuthorizedTransaction));
            world.unlock("2", 2);
            assertThat(world.events("connector.unlock-failed")).singleElement().satisfies(event -> {
                assertThat(event.path("connector").asInt()).isEqualTo(2);
                assertThat(event.path("status").asText()).isEqualTo("OngoingAuthorizedTransaction");
            });
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void connector_n_of_1_6_is_evse_n(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            List<OcppCall<?>> sent = world.connect(
                    V16,
                    call -> TestCommands.answer(new org.ohmstead.ocpp.v16.UnlockConnector.Response(
                            org.ohmstead.ocpp.v16.UnlockConnector.Status.UnlockFailed)));
            assertThat(world.unlock("2", null).status()).isEqualTo("UnlockFailed");
            assertThat(sent).containsExactly(new org.ohmstead.ocpp.v16.UnlockConnector.Request(2));
            assertThat(refused(() -> world.unlock("1", 2))).isEqualTo("connector");
            assertThat(world.events("connector.unlock-failed"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.path("evse").asInt()).isEqualTo(2));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_state_of_connectors_is_asked_for_one_by_one(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            List<OcppCall<?>> sent = world.connect(
                    V201,
                    call -> TestCommands.answer(
                            new org.ohmstead.ocpp.v2.TriggerMessage.Response(TriggerMessageStatus.Accepted)));
            TriggerView all = world.trigger("StatusNotification", null, null);
            assertThat(all.accepted()).isTrue();
            assertThat(all.commands()).hasSize(3);
            assertThat(sent)
                    .extracting(call -> ((org.ohmstead.ocpp.v2.TriggerMessage.Request) call).evse())
                    .containsExactly(new Evse(1, 1), new Evse(2, 1), new Evse(2, 2));
            sent.clear();
            world.trigger("StatusNotification", 2, null);
            assertThat(sent).hasSize(2);
            sent.clear();
            world.trigger("MeterValues", 2, null);
            world.trigger("DiagnosticsStatusNotification", null, null);
            assertThat(sent)
                    .containsExactly(
                            new org.ohmstead.ocpp.v2.TriggerMessage.Request(
                                    MessageTrigger.MeterValues, new Evse(2, null), null),
                            new org.ohmstead.ocpp.v2.TriggerMessage.Request(MessageTrigger.LogStatusNotification));
            assertThat(refused(() -> world.trigger("Nonsense", null, null))).isEqualTo("message");
            assertThat(refused(() -> world.trigger("MeterValues", null, 1))).isEqualTo("evse");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void in_1_6_the_security_extension_has_messages_of_its_own(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            List<OcppCall<?>> sent = world.connect(
                    V16,
                    call -> call instanceof org.ohmstead.ocpp.v16.TriggerMessage.Request
                            ? TestCommands.answer(new org.ohmstead.ocpp.v16.TriggerMessage.Response(
                                    org.ohmstead.ocpp.v16.TriggerMessage.Status.Accepted))
                            : TestCommands.answer(new org.ohmstead.ocpp.v16.ExtendedTriggerMessage.Response(
                                    org.ohmstead.ocpp.v16.ExtendedTriggerMessage.Status.NotImplemented)));
            assertThat(world.trigger("Heartbeat", null, null).accepted()).isTrue();
            assertThat(world.trigger("SignChargingStationCertificate", null, null)
                            .accepted())
                    .isFalse();
            assertThat(sent)
                    .containsExactly(
                            new org.ohmstead.ocpp.v16.TriggerMessage.Request(
                                    org.ohmstead.ocpp.v16.TriggerMessage.MessageTrigger.Heartbeat),
                            new org.ohmstead.ocpp.v16.ExtendedTriggerMessage.Request(
                                    org.ohmstead.ocpp.v16.ExtendedTriggerMessage.MessageTrigger
                                            .SignChargePointCertificate));
            sent.clear();
            world.trigger("StatusNotification", 2, 1);
            assertThat(sent.toString()).contains("connectorId=2");
            assertThat(refused(() -> world.trigger("TransactionEvent", null, null)))
                    .isEqualTo("message");
            assertThat(refused(() -> world.trigger("StatusNotification", 2, 2))).isEqualTo("connector");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_silent_station_is_not_asked_for_each_of_its_connectors(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            List<OcppCall<?>> sent = world.connect(V201, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            assertThat(world.trigger("StatusNotification", null, null).accepted())
                    .isFalse();
            assertThat(sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_cache_is_cleared_and_the_queue_asked_for(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connect(
                    V201,
                    call -> TestCommands.answer(
                            call instanceof GetTransactionStatus.Request
                                    ? new GetTransactionStatus.Response(true)
                                    : new org.ohmstead.ocpp.v2.ClearCache.Response(
                                            org.ohmstead.ocpp.v2.ClearCache.ClearCacheStatus.Accepted)));
            VerbView cleared =
                    (VerbView) world.cache.clear("CP-7", SendOptions.USUAL).getEntity();
            assertThat(cleared.status()).isEqualTo("Accepted");
            assertThat(world.events("station.cache-cleared")).hasSize(1);
            SessionCheckView check = (SessionCheckView)
                    world.queue.check("CP-7", SendOptions.USUAL).getEntity();
            assertThat(check.messagesInQueue()).isTrue();
            assertThat(check.ongoing()).isNull();
            assertThat(world.events("session.checked")).singleElement().satisfies(event -> assertThat(
                            event.path("messagesInQueue").asBoolean())
                    .isTrue());
            world.connect(V16, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            SessionCheckView none = (SessionCheckView)
                    world.queue.check("CP-7", SendOptions.USUAL).getEntity();
            assertThat(none.command().outcome()).isEqualTo("notSupported");
        }
    }
}

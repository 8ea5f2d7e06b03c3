package org.ohmstead.tariffs.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.ChangeTransactionTariff;
import org.ohmstead.ocpp.v2.ChangeTransactionTariff.TariffChangeStatus;
import org.ohmstead.ocpp.v2.CostUpdated;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tariffs.ocpp2.TransactionTariff2;

/** A session at a station that calculates by itself. */
class SessionTariffsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** As the schema spells what is idle, and as everybody else does. */
    private static final String COSTS = """
        'costDetails':{'totalCost':{'currency':'EUR','typeOfCost':'NormalCost','total':{'exclTax':%s,'inclTax':%s}},
        'totalUsage':{'energy':1.5,'chargingTime':60,'idleTime':30},'chargingPeriods':[{'startPeriod':'2026-05-01T12:00:00Z',
        'dimensions':[{'type':'IdleTIme','volume':30},{'type':'IdleTime','volume':30}]}]}\
        """;

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final SessionTariffs tariffs;
        final TransactionTariff2 events;
        final ChargingSession session;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            SqlSessionTariffStore store =
                    new SqlSessionTariffStore(stations.database, stations.commits, new Outbox(stations.clock));
            tariffs = new SessionTariffs(
                    TestCommands.verbs(stations, () -> List.of(new SessionTariffWatch(store))), store);
            events = new TransactionTariff2(tariffs);
            session = ChargingSession.fresh(
                            new Origin(cp7, OcppVersion.V21, null, "Tx-1", 0, null, null),
                            new SessionTimes(NOON, NOON, null, null, NOON, NOON))
                    .withId(5);
        }

        ScriptedLink says(Function<OcppCall<?>, Outcome<?>> answer) {
            ScriptedLink link = new ScriptedLink(cp7, OcppVersion.V21, answer);
            stations.links.put(link);
            return link;
        }

        ScriptedLink answers(OcppResult answer) {
            return says(call -> TestCommands.answer(answer));
        }

        VerbResult change(String id) {
            ObjectNode tariff = Words.newPayload().put("tariffId", id).put("currency", "EUR");
            return tariffs.change(Actor.LOCAL, session, tariff, SendOptions.USUAL);
        }

        void event(String type, String trigger, int second, String transaction, String more) {
            String json =
                    "{'eventType':'%s','timestamp':'%s','triggerReason':'%s','seqNo':%d,'transactionInfo':{'transactionId':'tx-1'%s}%s}"
                            .formatted(type, NOON.plusSeconds(second), trigger, second, transaction, more)
                            .replace('\'', '"');
            Decoded<TransactionEvent.Request> call = RecordCodec.of(TransactionEvent.Request.class, OcppVersion.V21)
                    .read(json, Reading.LENIENT);
            assertThat(call.value()).as(json).isNotNull();
            events.after(stations.caller(cp7, OcppVersion.V21), call.value());
        }

        SessionTariffView view() {
            return SessionTariffView.of(session.id(), tariffs.of(session));
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_tariff_of_a_session_is_the_one_that_its_station_names(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(world.view()).isEqualTo(new SessionTariffView(5, null, false, null, null, null, null));
            world.event("Started", "Authorized", 0, "", "");
            assertThat(world.view().tariffId()).isNull();
            world.event("Updated", "ChargingStateChanged", 1, ",'tariffId':'day'", "");
            world.event("Updated", "MeterValuePeriodic", 2, ",'tariffId':'day'", "");
            assertThat(world.view().tariffId()).isEqualTo("day");
            assertThat(world.view().since()).isEqualTo(NOON.plusSeconds(1));
            world.event("Updated", "TariffChanged", 9, ",'tariffId':'night'", "");
            world.event("Updated", "MeterValuePeriodic", 5, ",'tariffId':'day'", ""); // late
            assertThat(world.view().tariffId()).isEqualTo("night");
            assertThat(world.stations.events("session-tariff.changed")).hasSize(2);
            world.event("Updated", "TariffNotAccepted", 12, "", "");
            assertThat(world.view().refused()).isTrue();
            assertThat(world.view().tariffId()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_change_is_followed_until_the_station_uses_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.answers(new ChangeTransactionTariff.Response(TariffChangeStatus.Accepted));
            assertThat(world.change("night").isAccepted()).isTrue();
            assertThat(((ChangeTransactionTariff.Request) link.sent.getFirst()).transactionId())
                    .isEqualTo("Tx-1");
            assertThat(world.view().change().state()).isEqualTo("accepted");
            assertThat(world.view().tariffId()).isNull();
            world.event("Updated", "TariffChanged", 3, ",'tariffId':'night'", "");
            assertThat(world.view().change().state()).isEqualTo("inUse");
            assertThat(world.view().change().said()).isEqualTo("Accepted");
            world.answers(new ChangeTransactionTariff.Response(TariffChangeStatus.NoCurrencyChange));
            world.change("dollars");
            assertThat(world.view().change().state()).isEqualTo("refused");
            assertThat(world.view().change().said()).isEqualTo("NoCurrencyChange");
            assertThat(world.view().tariffId()).isEqualTo("night");
            world.says(call -> {
                world.event("Updated", "TariffChanged", 6, ",'tariffId':'early'", "");
                return new Outcome.TimedOut<>(Duration.ofSeconds(30));
            });
            world.change("early");
            assertThat(world.view().change().state())
                    .as("the station has told before it answered")
                    .isEqualTo("inUse");
            world.says(call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            world.change("lost");
            assertThat(world.view().change().state()).isEqualTo("unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_was_told_of_the_cost_stands_with_the_session(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.tariffs.tellCost(Actor.LOCAL, world.session, new BigDecimal("1.10"), SendOptions.USUAL);
            assertThat(world.view().told()).as("it is away").isNull();
            ScriptedLink link = world.answers(new CostUpdated.Response());
            world.tariffs.tellCost(Actor.LOCAL, world.session, new BigDecimal("4.20"), SendOptions.USUAL);
            assertThat(link.sent).containsExactly(new CostUpdated.Request(new BigDecimal("4.20"), "Tx-1"));
            assertThat(world.view().told().totalCost()).isEqualByComparingTo("4.20");
            assertThat(world.view().told().outcome()).isEqualTo("answered");
            assertThat(world.view().told().actor()).isEqualTo("local");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_the_station_has_calculated_last_stands_and_the_end_has_the_last_word(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.event("Updated", "RunningCost", 5, "", "," + COSTS.formatted("1", "1.19"));
            assertThat(world.view().cost().isFinal()).isFalse();
            assertThat(world.stations.events("session-cost.calculated")).isEmpty();
            world.event("Ended", "EVDeparted", 9, "", "," + COSTS.formatted("2", "2.38"));
            world.event("Ended", "EVDeparted", 9, "", "," + COSTS.formatted("2", "2.38"));
            world.event("Updated", "RunningCost", 10, "", "," + COSTS.formatted("1.5", "1.7"));
            SessionTariffView.Cost cost = world.view().cost();
            assertThat(cost.isFinal()).isTrue();
            assertThat(cost.details().at("/totalCost/total/inclTax").decimalValue())
                    .isEqualByComparingTo("2.38");
            assertThat(cost.details().at("/chargingPeriods/0/dimensions").findValuesAsText("type"))
                    .as("both spellings")
                    .containsExactly("IdleTIme", "IdleTIme");
            assertThat(world.stations.events("session-cost.calculated")).hasSize(1);
        }
    }
}

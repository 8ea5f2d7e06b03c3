package org.ohmstead.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.ClearTariffs;
import org.ohmstead.ocpp.v2.ClearTariffs.ClearTariffsResult;
import org.ohmstead.ocpp.v2.ClearTariffs.TariffClearStatus;
import org.ohmstead.ocpp.v2.GetTariffs;
import org.ohmstead.ocpp.v2.GetTariffs.TariffAssignment;
import org.ohmstead.ocpp.v2.GetTariffs.TariffKind;
import org.ohmstead.ocpp.v2.SetDefaultTariff;
import org.ohmstead.ocpp.v2.SetDefaultTariff.TariffSetStatus;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** A station that calculates by itself, and the tariffs that it is given. */
class StationTariffsTest {
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final StationTariffResource resource;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            SqlStationTariffStore store = new SqlStationTariffStore(stations.database, new Outbox(stations.clock));
            resource = new StationTariffResource(
                    new StationTariffs(
                            TestCommands.verbs(stations, () -> List.of(new StationTariffWatch(store))), store),
                    stations.stations,
                    CurrentActor.of(Actor.LOCAL));
        }

        ScriptedLink says(OcppVersion version, Function<OcppCall<?>, Outcome<?>> answer) {
            ScriptedLink link = new ScriptedLink(cp7, version, answer);
            stations.links.put(link);
            return link;
        }

        ScriptedLink answers(OcppResult answer) {
            return says(OcppVersion.V21, call -> TestCommands.answer(answer));
        }

        VerbView set(String id, @Nullable String evse, @Nullable Instant from) {
            stations.clock.advance(Duration.ofSeconds(1));
            ObjectNode tariff = Words.newPayload().put("currency", "EUR");
            tariff.putObject("energy").putArray("prices").addObject().put("priceKwh", new BigDecimal("0.49"));
            if (from != null) {
                tariff.put("validFrom", from.toString());
            }
            return (VerbView)
                    resource.set("CP-7", id, evse, SendOptions.USUAL, tariff).getEntity();
        }

        void clear(List<String> ids, @Nullable String evse) {
            resource.clear("CP-7", String.join(",", ids), evse, SendOptions.USUAL);
        }

        List<String> all() {
            return resource.list("CP-7", null, null).items().stream()
                    .map(one -> one.tariffId() + "@" + one.evse() + " " + one.state())
                    .toList();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static SetDefaultTariff.Response set(TariffSetStatus status) {
        return new SetDefaultTariff.Response(status);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_tariff_is_sent_and_kept_and_takes_the_place_of_the_one_before(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.answers(set(TariffSetStatus.Accepted));
            assertThat(world.set("day", null, null).status()).isEqualTo("Accepted");
            SetDefaultTariff.Request sent = (SetDefaultTariff.Request) link.sent.getFirst();
            assertThat(sent.evseId()).isZero();
            assertThat(sent.tariff().tariffId()).isEqualTo("day");
            assertThat(sent.tariff().energy().prices().getFirst().priceKwh()).isEqualTo("0.49");
            world.set("fast", "2", null);
            assertThat(world.all()).containsExactly("day@0 installed", "fast@2 installed");
            world.set("faster", "2", null);
            assertThat(world.all()).containsExactly("day@0 installed", "fast@2 absent", "faster@2 installed");
            world.set("night", null, null);
            assertThat(world.all())
                    .containsExactly("day@0 absent", "fast@2 absent", "faster@2 absent", "night@0 installed");
            StationTariffView night =
                    world.resource.list("CP-7", null, null).items().getLast();
            assertThat(night.tariff().path("currency").asText()).isEqualTo("EUR");
            assertThat(night.said()).isEqualTo("Accepted");
            assertThat(world.stations.events("station-tariff.changed")).hasSize(7);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_for_later_stands_beside_the_one_in_force(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(set(TariffSetStatus.Accepted));
            Instant soon = world.stations.clock.instant().plus(Duration.ofHours(1));
            world.set("now", null, null);
            world.set("soon", null, soon);
            assertThat(world.all()).containsExactly("now@0 installed", "soon@0 installed");
            world.stations.clock.advance(Duration.ofHours(2));
            world.set("then", null, null);
            assertThat(world.all()).containsExactly("now@0 absent", "soon@0 absent", "then@0 installed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_refused_is_absent_and_what_nobody_answers_unknown(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(world.set("away", null, null).outcome()).isEqualTo("notConnected");
            world.answers(set(TariffSetStatus.Accepted));
            world.set("day", null, null);
            world.answers(set(TariffSetStatus.ConditionNotSupported));
            world.set("night", null, null);
            world.answers(set(TariffSetStatus.DuplicateTariffId));
            world.set("day", null, null);
            world.says(OcppVersion.V21, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            world.set("lost", null, null);
            world.says(OcppVersion.V201, call -> {
                throw new AssertionError("2.0.1 has no tariffs");
            });
            assertThat(world.set("old", null, null).outcome()).isEqualTo("notSupported");
            assertThat(world.all()).containsExactly("day@0 installed", "night@0 absent", "lost@0 unknown");
            assertThat(world.resource.list("CP-7", null, null).items())
                    .extracting(StationTariffView::said)
                    .containsExactly("DuplicateTariffId", "ConditionNotSupported", null);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_lists_it_has_and_nothing_else(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(set(TariffSetStatus.Accepted));
            world.set("day", null, null);
            world.answers(new GetTariffs.Response(
                    GetTariffs.TariffGetStatus.Accepted,
                    null,
                    List.of(
                            new TariffAssignment("day", TariffKind.DefaultTariff, null, List.of(1, 2), null),
                            new TariffAssignment("fleet", TariffKind.DriverTariff, null, null, List.of("CARD")))));
            world.resource.refresh("CP-7", SendOptions.USUAL);
            assertThat(world.all())
                    .containsExactlyInAnyOrder(
                            "day@0 absent", "day@1 installed", "day@2 installed", "fleet@0 installed");
            List<StationTariffView> all =
                    world.resource.list("CP-7", null, null).items();
            assertThat(all).filteredOn(one -> one.tariffId().equals("day")).allSatisfy(one -> assertThat(one.tariff())
                    .as("what was sent under this id")
                    .isNotNull());
            assertThat(all)
                    .filteredOn(one -> one.tariffKind().equals("DriverTariff"))
                    .allSatisfy(one -> assertThat(one.tokens()).containsExactly("CARD"))
                    .hasSize(1);
            world.answers(new GetTariffs.Response(GetTariffs.TariffGetStatus.NoTariff));
            world.resource.refresh("CP-7", SendOptions.USUAL);
            assertThat(world.all()).allMatch(one -> one.endsWith("absent"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void some_are_cleared_and_others_are_not(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.answers(set(TariffSetStatus.Accepted));
            world.set("A", "1", null);
            world.set("B", "2", null);
            world.set("C", "3", null);
            ScriptedLink link = world.answers(new ClearTariffs.Response(List.of(
                    new ClearTariffsResult(TariffClearStatus.Accepted, null, "A"),
                    new ClearTariffsResult(TariffClearStatus.Rejected, null, "B"))));
            world.clear(List.of("A", "B"), null);
            assertThat(link.sent).containsExactly(new ClearTariffs.Request(List.of("A", "B"), null));
            assertThat(world.all()).containsExactly("A@1 absent", "B@2 installed", "C@3 installed");
            world.answers(new ClearTariffs.Response(List.of(new ClearTariffsResult(TariffClearStatus.Accepted))));
            world.clear(List.of(), "2");
            assertThat(world.all()).containsExactly("A@1 absent", "B@2 absent", "C@3 installed");
            world.answers(new ClearTariffs.Response(List.of(new ClearTariffsResult(TariffClearStatus.NoTariff))));
            world.clear(List.of(), null);
            assertThat(world.all()).allMatch(one -> one.endsWith("absent"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_body_that_is_none_is_refused(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThatThrownBy(() -> StationTariffResource.named(null, "A")).isInstanceOf(Refused.class);
            assertThatThrownBy(
                            () -> StationTariffResource.named(Words.newPayload().put("tariffId", "B"), "A"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Leave it out");
            world.answers(set(TariffSetStatus.Accepted));
            for (String currency : List.of("", "EU", "eur")) {
                assertThatThrownBy(() ->
                                StationTariffs.checkCurrency(Words.newPayload().put("currency", currency)))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("ISO 4217");
            }
            StationTariffs.checkCurrency(Words.newPayload().put("currency", "CHF"));
            assertThatThrownBy(() -> world.set("x".repeat(61), null, null)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> world.set("A", "-1", null)).isInstanceOf(Refused.class);
            assertThat(world.all()).isEmpty();
        }
    }
}

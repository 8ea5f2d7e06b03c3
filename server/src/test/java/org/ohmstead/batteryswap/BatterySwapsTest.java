package org.ohmstead.batteryswap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.batteryswap.ocpp2.BatterySwap2;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.store.SqlRunningSessions;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.BatterySwap.BatteryData;
import org.ohmstead.ocpp.v2.BatterySwap.BatterySwapEvent;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.RequestBatterySwap;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tokens.AuthorizationSettings;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.SqlUnknownTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenAuthorization;
import org.ohmstead.tokens.Tokens;
import org.ohmstead.tokens.UnknownTokens;
import org.ohmstead.tokens.VerdictRules;

/** A station that swaps batteries. */
class BatterySwapsTest {
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final StationBatterySwapResource station;
        final BatterySwapResource list;
        final BatterySwap2 handler;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            SqlBatterySwapStore store =
                    new SqlBatterySwapStore(stations.database, stations.commits, new Outbox(stations.clock));
            SqlTokenStore cards = new SqlTokenStore(stations.database, stations.commits);
            Tokens tokens = new Tokens(cards, stations.audit, stations.clock);
            tokens.create(Actor.LOCAL, token("KNOWN", false));
            tokens.create(Actor.LOCAL, token("BLOCKED", true));
            TokenAuthorization verdicts = new TokenAuthorization(
                    cards,
                    new SqlRunningSessions(stations.database, ChargingSettings.defaults(), stations.clock),
                    new UnknownTokens(new SqlUnknownTokenStore(stations.database, stations.commits), cards),
                    new VerdictRules(List.of()),
                    AuthorizationSettings.defaults(),
                    stations.clock);
            BatterySwaps swaps = new BatterySwaps(
                    TestCommands.verbs(stations, () -> List.of(new BatterySwapWatch(store))), verdicts, store);
            CurrentActor actor = CurrentActor.of(Actor.LOCAL);
            station = new StationBatterySwapResource(swaps, actor);
            list = new BatterySwapResource(swaps, stations.stations, actor);
            handler = new BatterySwap2(swaps);
        }

        private static Token token(String value, boolean blocked) {
            return new Token(value, "ISO14443", null, blocked, null, 0, List.of(), null, null, null, null);
        }

        ScriptedLink says(Function<OcppCall<?>, Outcome<?>> answer) {
            ScriptedLink link = new ScriptedLink(cp7, OcppVersion.V21, answer);
            stations.links.put(link);
            return link;
        }

        ScriptedLink answers(RequestBatterySwap.Response answer) {
            return says(call -> TestCommands.answer(answer));
        }

        BatterySwapView.Requested request(String token) {
            return (BatterySwapView.Requested)
                    station.request("CP-7", SendOptions.USUAL, new StationBatterySwapResource.Body(token, null))
                            .getEntity();
        }

        void slots(BatterySwapEvent event, long request, String token, String battery) {
            handler.handle(
                    stations.caller(cp7, OcppVersion.V21),
                    new org.ohmstead.ocpp.v2.BatterySwap.Request(
                            List.of(new BatteryData(1, battery, new BigDecimal("20.5"), BigDecimal.valueOf(98))),
                            event,
                            new IdToken(token, "ISO14443"),
                            (int) request));
            stations.clock.advance(Duration.ofSeconds(1));
        }

        List<BatterySwapView> all() {
            return list.list(null, null, null, null, null, null, null).items();
        }

        BatterySwapView only() {
            assertThat(all()).hasSize(1);
            return all().getFirst();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static String serial(com.fasterxml.jackson.databind.@Nullable JsonNode batteries) {
        return batteries == null ? "" : batteries.at("/0/serialNumber").asText();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_swap_from_afar_is_one_thing_from_its_request_to_its_end(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.answers(new RequestBatterySwap.Response(GenericStatus.Accepted));
            BatterySwapView.Requested asked = world.request("known");
            RequestBatterySwap.Request sent = (RequestBatterySwap.Request) link.sent.getFirst();
            assertThat(sent.idToken()).isEqualTo(new IdToken("known", "ISO14443"));
            assertThat(asked.command().status()).isEqualTo("Accepted");
            assertThat(asked.swap().state()).isEqualTo("accepted");
            assertThat(asked.swap().requestId()).isEqualTo(sent.requestId());
            world.slots(BatterySwapEvent.BatteryOut, sent.requestId(), "KNOWN", "FULL");
            assertThat(world.only().state()).isEqualTo("removed");
            world.slots(BatterySwapEvent.BatteryOut, sent.requestId(), "KNOWN", "FULL");
            world.slots(BatterySwapEvent.BatteryIn, sent.requestId(), "KNOWN", "EMPTY");
            BatterySwapView swap = world.only();
            assertThat(swap.state()).isEqualTo("completed");
            assertThat(serial(swap.in())).isEqualTo("EMPTY");
            assertThat(serial(swap.out())).isEqualTo("FULL");
            assertThat(swap.outAt()).isBefore(swap.inAt());
            assertThat(swap.endedAt()).isEqualTo(swap.inAt());
            assertThat(swap.command()).isEqualTo(asked.command().command());
            assertThat(world.list.get(Long.toString(swap.id()))).isEqualTo(swap);
            assertThat(world.stations.events("battery-swap.changed"))
                    .extracting(event -> event.replaceAll(".*\"state\":\"(\\w+)\".*", "$1"))
                    .containsExactly("requested", "accepted", "removed", "completed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_the_slots_tell_counts_although_the_answer_is_late_or_none(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(call -> {
                world.slots(BatterySwapEvent.BatteryIn, ((RequestBatterySwap.Request) call).requestId(), "KNOWN", "E");
                return new Outcome.TimedOut<>(Duration.ofSeconds(30));
            });
            assertThat(world.request("KNOWN").swap().state()).isEqualTo("inserted");
            world.says(call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            assertThat(world.request("KNOWN").swap().state()).isEqualTo("unknown");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void only_a_token_that_is_accepted_there_is_sent(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.answers(new RequestBatterySwap.Response(GenericStatus.Accepted));
            assertThatThrownBy(() -> world.request("BLOCKED"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("the token is blocked");
            assertThatThrownBy(() -> world.request("NOBODY")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> world.request(" ")).isInstanceOf(Refused.class);
            assertThat(link.sent).isEmpty();
            assertThat(world.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_without_a_battery_says_so_and_one_that_is_away_begins_nothing(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(world.request("KNOWN").command().outcome()).isEqualTo("notConnected");
            assertThat(world.all()).isEmpty();
            world.answers(new RequestBatterySwap.Response(
                    GenericStatus.Rejected, new StatusInfo("NoBatteryAvailable", null)));
            BatterySwapView swap = world.request("KNOWN").swap();
            assertThat(swap.state()).isEqualTo("rejected");
            assertThat(swap.reason()).isEqualTo("NoBatteryAvailable");
            assertThat(swap.endedAt()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_is_begun_at_the_station_is_known_by_its_number_until_that_is_used_again(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.slots(BatterySwapEvent.BatteryIn, 1, "A", "E1");
            world.slots(BatterySwapEvent.BatteryOut, 1, "a", "F1");
            assertThat(world.only().state()).isEqualTo("completed");
            assertThat(world.only().command()).isNull();
            world.slots(BatterySwapEvent.BatteryIn, 1, "A", "E2"); // it counts from 1 again after a restart
            world.slots(BatterySwapEvent.BatteryIn, 1, "B", "E3"); // and so it does for somebody else
            world.slots(BatterySwapEvent.BatteryOut, 1, "B", "F3");
            assertThat(world.all())
                    .extracting(
                            swap -> swap.token() + " " + swap.state() + " " + serial(swap.in()) + serial(swap.out()))
                    .containsExactly("B completed E3F3", "A inserted E2", "A completed E1F1");
            world.stations.clock.advance(Duration.ofDays(1));
            world.slots(BatterySwapEvent.BatteryOut, 1, "A", "F4"); // too late for the one of yesterday
            assertThat(world.all()).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_battery_that_is_left_behind_ends_the_swap(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.slots(BatterySwapEvent.BatteryIn, 5, "A", "E");
            world.slots(BatterySwapEvent.BatteryOutTimeout, 5, "A", "F");
            world.slots(BatterySwapEvent.BatteryOutTimeout, 5, "A", "F");
            BatterySwapView swap = world.only();
            assertThat(swap.state()).isEqualTo("timedOut");
            assertThat(serial(swap.left())).isEqualTo("F");
            assertThat(swap.out()).isNull();
            assertThat(swap.endedAt()).isNotNull();
            assertThat(world.list
                            .list("CP-7", "timedOut", "a", null, null, null, null)
                            .items())
                    .hasSize(1);
            assertThat(world.list
                            .list(null, "completed", null, null, null, null, null)
                            .items())
                    .isEmpty();
            assertThatThrownBy(() -> world.list.list(null, "lost", null, null, null, null, null))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("timedOut");
        }
    }
}

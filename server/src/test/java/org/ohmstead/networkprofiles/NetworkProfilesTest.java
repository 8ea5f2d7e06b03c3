package org.ohmstead.networkprofiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.configuration.ConfigurationWorld;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.GetVariables.GetVariableStatus;
import org.ohmstead.ocpp.v2.Reset;
import org.ohmstead.ocpp.v2.SetNetworkProfile;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.SetVariables.SetVariableStatus;

class NetworkProfilesTest {
    private static final class World implements AutoCloseable {
        final ConfigurationWorld base;
        final NetworkProfiles profiles;
        final NetworkSwitching switching;
        final NetworkSwitchWatch watch;
        /** Of the station, by their names. */
        final Map<String, String> variables = new HashMap<>();

        SetNetworkProfile.SetNetworkProfileStatus says = SetNetworkProfile.SetNetworkProfileStatus.Accepted;
        SetVariableStatus takes = SetVariableStatus.RebootRequired;
        Reset.ResetStatus resets = Reset.ResetStatus.Accepted;

        World(TestDatabases.Kind kind) {
            base = new ConfigurationWorld(kind.open());
            Outbox outbox = new Outbox(base.stations.clock);
            SqlNetworkProfileStore store =
                    new SqlNetworkProfileStore(base.stations.database, base.stations.commits, outbox);
            ProfileAnswers answers = new ProfileAnswers(store, base.stations.clock);
            profiles = new NetworkProfiles(
                    store, base.model, base.reading, TestCommands.verbs(base.stations, () -> List.of(answers)));
            switching = new NetworkSwitching(store, profiles, base.writing, base.verbs, base.stations.clock);
            watch = new NetworkSwitchWatch(switching, base.stations.stations, base.stations.links, Duration.ZERO);
            variables.put("NetworkConfigurationPriority", "1,3");
            variables.put("ActiveNetworkProfile", "1");
            base.connect(V201, this::answer);
            base.boot(V201);
        }

        private Outcome<?> answer(OcppCall<?> call) {
            return switch (call) {
                case GetVariables.Request get ->
                    ConfigurationWorld.answer(new GetVariables.Response(get.getVariableData().stream()
                            .map(each -> {
                                String value = variables.get(each.variable().name());
                                return new GetVariables.GetVariableResult(
                                        value == null ? GetVariableStatus.UnknownVariable : GetVariableStatus.Accepted,
                                        each.component(),
                                        each.variable(),
                                        null,
                                        null,
                                        value);
                            })
                            .toList()));
                case SetVariables.Request set ->
                    ConfigurationWorld.answer(new SetVariables.Response(set.setVariableData().stream()
                            .map(each -> {
                                variables.put(each.variable().name(), each.attributeValue());
                                return new SetVariables.SetVariableResult(takes, each.component(), each.variable());
                            })
                            .toList()));
                case SetNetworkProfile.Request _ ->
                    ConfigurationWorld.answer(new SetNetworkProfile.Response(says, null));
                case Reset.Request _ -> ConfigurationWorld.answer(new Reset.Response(resets));
                default -> new Outcome.NotSupported<>("no " + call);
            };
        }

        JsonNode set(int slot) {
            base.pass();
            return profiles.set(Actor.LOCAL, "CP-7", slot, profile(), SendOptions.USUAL)
                    .response();
        }

        @Nullable
        NetworkSwitch move() {
            return profiles.lastSwitch(base.cp7.scope(), base.cp7).orElse(null);
        }

        void comesBackWith(@Nullable String active) {
            if (active == null) {
                variables.remove("ActiveNetworkProfile");
            } else {
                variables.put("ActiveNetworkProfile", active);
            }
            base.boot(V201);
            WaitingEvents.in(base.stations.database).stream()
                    .filter(each -> each.kind().equals("station.booted"))
                    .reduce((one, other) -> other)
                    .ifPresent(watch::on);
        }

        void isSwitched(NetworkSwitch.State state) {
            Await.until(() -> {
                NetworkSwitch move = move();
                return move != null && move.state() == state;
            });
        }

        @Override
        public void close() {
            base.close();
        }
    }

    private static ObjectNode profile() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ocppVersion", "OCPP20")
                .put("ocppTransport", "JSON")
                .put("ocppCsmsUrl", "wss://csms.example.org/ocpp")
                .put("messageTimeout", 30)
                .put("securityProfile", 1)
                .put("ocppInterface", "Wired0");
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_slot_is_set_but_never_the_one_in_use(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThatThrownBy(() -> world.set(1))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
            assertThat(world.set(2).path("status").asText()).isEqualTo("Accepted");
            assertThat(world.profiles.of(world.base.cp7.scope(), world.base.cp7))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.slot()).isEqualTo(2);
                        assertThat(each.state()).isEqualTo(NetworkProfile.State.SET);
                        assertThat(each.profile().path("ocppCsmsUrl").asText()).contains("csms.example.org");
                    });
            world.says = SetNetworkProfile.SetNetworkProfileStatus.Failed;
            world.set(2);
            assertThat(world.profiles.of(world.base.cp7.scope(), world.base.cp7))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.state()).isEqualTo(NetworkProfile.State.REFUSED);
                        assertThat(each.reason()).isEqualTo("Failed");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_is_back_with_the_slot_has_confirmed_it_and_one_with_another_fell_back(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.set(2);
            world.base.pass();
            NetworkSwitch begun = world.switching.go(Actor.LOCAL, "CP-7", 2, NetworkSwitching.When.ON_IDLE);
            assertThat(begun.state()).isEqualTo(NetworkSwitch.State.REBOOTING);
            assertThat(begun.priority()).isEqualTo("2,1,3");
            assertThat(begun.before()).isOne();
            world.comesBackWith("2");
            world.isSwitched(NetworkSwitch.State.CONFIRMED);
            assertThat(world.base.stations.events("network-profile.switched"))
                    .last()
                    .asString()
                    .contains("\"state\":\"confirmed\"");

            world.switching.go(Actor.LOCAL, "CP-7", 1, NetworkSwitching.When.IMMEDIATE);
            world.comesBackWith("2");
            world.isSwitched(NetworkSwitch.State.FELL_BACK);
            world.switching.go(Actor.LOCAL, "CP-7", 3, NetworkSwitching.When.IMMEDIATE);
            world.comesBackWith(null);
            world.isSwitched(NetworkSwitch.State.UNCONFIRMED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_the_station_does_not_take_is_shown(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.set(2);
            assertThatThrownBy(() -> world.switching.go(Actor.LOCAL, "CP-7", 1, NetworkSwitching.When.ON_IDLE))
                    .hasMessageContaining("already");
            assertThatThrownBy(() -> world.switching.go(Actor.LOCAL, "CP-7", 9, NetworkSwitching.When.ON_IDLE))
                    .hasMessageContaining("Nobody has set slot 9");
            world.resets = Reset.ResetStatus.Rejected;
            assertThat(world.switching
                            .go(Actor.LOCAL, "CP-7", 2, NetworkSwitching.When.ON_IDLE)
                            .state())
                    .isEqualTo(NetworkSwitch.State.WAITS_FOR_BOOT);
            world.takes = SetVariableStatus.Rejected;
            world.variables.put("ActiveNetworkProfile", "1");
            assertThat(world.switching
                            .go(Actor.LOCAL, "CP-7", 2, NetworkSwitching.When.ON_IDLE)
                            .state())
                    .isEqualTo(NetworkSwitch.State.FAILED);
            world.base.connect(V16, call -> new Outcome.NotSupported<>(""));
            assertThatThrownBy(() -> world.switching.go(Actor.LOCAL, "CP-7", 2, NetworkSwitching.When.ON_IDLE))
                    .hasMessageContaining("1.6");
        }
    }
}

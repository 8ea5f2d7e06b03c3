package org.ohmstead.configuration.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.ocpp.OcppVersion.V16;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.configuration.ConfigurationWorld;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.stations.groups.StationGroup;

class DesiredConfigurationTest {
    private static final class World implements AutoCloseable {
        final ConfigurationWorld base;
        final DesiredConfiguration desired;
        final Restoring restoring;
        final RestoringWatch watch;

        World(TestDatabases.Kind kind) {
            base = new ConfigurationWorld(kind.open());
            SqlDesiredSettingStore store = new SqlDesiredSettingStore(base.stations.database, base.stations.commits);
            Outbox outbox = new Outbox(base.stations.clock);
            desired = new DesiredConfiguration(store, base.model, base.stations.audit, outbox, base.stations.clock);
            restoring = new Restoring(
                    desired,
                    base.model,
                    base.verbs,
                    base.reading,
                    base.writing,
                    new RestoredEvents(store, outbox, base.stations.clock));
            watch = new RestoringWatch(restoring, store, base.stations.links, Duration.ZERO);
        }

        List<String> drift() {
            return desired.drift(base.stations.now(base.cp7)).stream()
                    .map(each -> each.wanted().address().shown() + " " + each.found() + " -> "
                            + each.wanted().value() + " " + each.state().word())
                    .toList();
        }

        @Override
        public void close() {
            base.close();
        }
    }

    private static Wanted key(String key, String value, boolean enforce) {
        return new Wanted(Address.ofKey(key), value, enforce);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_boot_has_lost_is_set_again_where_it_is_enforced_and_shown_where_it_is_not(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ConfigurationWorld.Keys keys = new ConfigurationWorld.Keys();
            keys.values.put("HeartbeatInterval", "300");
            keys.values.put("MinimumStatusDuration", "0");
            keys.values.put("Flag", "TRUE");
            world.desired.want(
                    Actor.LOCAL,
                    world.base.cp7,
                    List.of(
                            key("heartbeatinterval", "60", true),
                            key("Flag", "true", true),
                            key("MinimumStatusDuration", "5", false)));
            assertThat(world.drift())
                    .containsExactly(
                            "Flag null -> true unknown",
                            "heartbeatinterval null -> 60 unknown",
                            "MinimumStatusDuration null -> 5 unknown");
            ScriptedLink link = world.base.connect(V16, keys);
            world.base.boot(V16);
            world.watch.on(last(world, "station.booted"));
            Await.until(
                    () -> !world.base.stations.events("configuration.restored").isEmpty());
            assertThat(keys.values).containsEntry("heartbeatinterval", "60");
            assertThat(link.sent)
                    .filteredOn(ChangeConfiguration.Request.class::isInstance)
                    .containsExactly(new ChangeConfiguration.Request("heartbeatinterval", "60"));
            assertThat(world.base.stations.events("configuration.restored"))
                    .singleElement()
                    .asString()
                    .contains("\"wanted\":\"60\",\"found\":\"300\",\"result\":\"Accepted\"");
            assertThat(world.drift()).contains("Flag TRUE -> true inLine", "heartbeatinterval 60 -> 60 inLine");
            assertThat(RecordedLines.of(world.base.stations.database, world.base.stations.commits))
                    .anyMatch(line -> line.startsWith("local station CP-7 configuration-wanted"))
                    .anyMatch(line -> line.startsWith("server:desired-configuration station CP-7 command"));
            // All of it, where somebody says so.
            world.restoring.restore(Actor.LOCAL, "CP-7", true, org.ohmstead.commands.verbs.SendOptions.USUAL);
            assertThat(keys.values).containsEntry("MinimumStatusDuration", "5");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_was_away_is_told_when_it_comes_back_without_a_boot(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ConfigurationWorld.Keys keys = new ConfigurationWorld.Keys();
            keys.values.put("HeartbeatInterval", "300");
            ScriptedLink link = world.base.connect(V16, keys);
            world.base.boot(V16);
            world.base.stations.links.remove(link);
            world.desired.want(Actor.LOCAL, world.base.cp7, List.of(key("HeartbeatInterval", "60", true)));
            world.watch.on(last(world, "configuration.wanted"));
            world.base.connect(V16, keys);
            Await.until(
                    () -> !world.base.stations.events("configuration.restored").isEmpty());
            assertThat(keys.values).containsEntry("HeartbeatInterval", "60");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_s_own_counts_before_that_of_its_groups(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            long first = group(world, "Zulu");
            long second = group(world, "Alpha");
            world.desired.wantOfGroup(
                    Actor.LOCAL, second, List.of(key("A", "2", false), key("B", "2", false), key("C", "2", false)));
            world.desired.wantOfGroup(Actor.LOCAL, first, List.of(key("a", "1", false), key("b", "1", false)));
            world.desired.want(Actor.LOCAL, world.base.cp7, List.of(key("A", "0", false)));
            assertThat(world.drift())
                    .containsExactly("A null -> 0 unknown", "b null -> 1 unknown", "C null -> 2 unknown");
            world.desired.want(Actor.LOCAL, world.base.cp7, List.of());
            world.desired.wantOfGroup(Actor.LOCAL, first, List.of());
            assertThat(world.drift())
                    .containsExactly("A null -> 2 unknown", "B null -> 2 unknown", "C null -> 2 unknown");
        }
    }

    private static long group(World world, String name) {
        long id = world.base
                .stations
                .groups
                .create(Actor.LOCAL, new StationGroup.Label(name, null))
                .id();
        world.base.stations.members.add(Actor.LOCAL, id, world.base.cp7);
        return id;
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_waits_for_a_reboot_is_not_told_again_and_a_group_is_told_at_once(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ConfigurationWorld.Keys keys = new ConfigurationWorld.Keys();
            keys.values.put("SecurityProfile", "0");
            keys.says.put("SecurityProfile", ChangeConfiguration.Status.RebootRequired);
            ScriptedLink link = world.base.connect(V16, keys);
            world.base.boot(V16);
            long yard = group(world, "Yard");
            world.desired.wantOfGroup(Actor.LOCAL, yard, List.of(key("SecurityProfile", "1", true)));
            world.watch.on(last(world, "configuration.wanted"));
            Await.until(
                    () -> !world.base.stations.events("configuration.restored").isEmpty());
            assertThat(world.drift()).containsExactly("SecurityProfile 0 -> 1 rebootPending");
            world.restoring.restore(Actor.LOCAL, "CP-7", true, org.ohmstead.commands.verbs.SendOptions.USUAL);
            assertThat(link.sent)
                    .filteredOn(ChangeConfiguration.Request.class::isInstance)
                    .hasSize(1);
            keys.values.put("SecurityProfile", "1");
            world.base.boot(V16);
            world.watch.on(last(world, "station.booted"));
            Await.until(() -> world.drift().equals(List.of("SecurityProfile 1 -> 1 inLine")));
        }
    }

    @Test
    void a_password_is_none_that_may_be_wanted() {
        DesiredBody body = new DesiredBody("AuthorizationKey", null, null, null, null, null, null, null, "x", true);
        assertThatThrownBy(() -> DesiredBody.Several.wanted(new DesiredBody.Several(List.of(body))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("settings[0]"));
    }

    private static StoredEvent last(World world, String kind) {
        return WaitingEvents.in(world.base.stations.database).stream()
                .filter(each -> each.kind().equals(kind))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}

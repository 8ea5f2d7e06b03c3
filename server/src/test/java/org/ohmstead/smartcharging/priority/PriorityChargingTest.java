package org.ohmstead.smartcharging.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.NotifyPriorityCharging;
import org.ohmstead.ocpp.v2.UsePriorityCharging;
import org.ohmstead.ocpp.v2.UsePriorityCharging.PriorityChargingStatus;
import org.ohmstead.smartcharging.SmartWorld;
import org.ohmstead.smartcharging.ocpp2.NotifyPriorityCharging2;

/** Priority charging (K21, K22): what a station agrees to, and what it tells by itself. */
class PriorityChargingTest {
    private static PriorityChargingResource resource(SmartWorld world) {
        return new PriorityChargingResource(world.priority, world.stations.stations, CurrentActor.of(Actor.LOCAL));
    }

    private static ScriptedLink says(SmartWorld world, PriorityChargingStatus status) {
        return world.says(OcppVersion.V21, call -> new UsePriorityCharging.Response(status, null));
    }

    private static VerbView set(SmartWorld world, Boolean active) {
        return (VerbView) resource(world)
                .set("CP-7", "T1", SendOptions.USUAL, new PriorityBody(active))
                .getEntity();
    }

    private static List<String> states(SmartWorld world) {
        return resource(world).list("CP-7", null, null).items().stream()
                .map(one -> one.transactionId() + " " + one.active() + " " + one.source())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_is_on_when_the_station_agrees_and_off_when_the_driver_says_so(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = says(world, PriorityChargingStatus.Accepted);
            assertThat(set(world, true).status()).isEqualTo("Accepted");
            UsePriorityCharging.Request sent = (UsePriorityCharging.Request) link.sent.getFirst();
            assertThat(sent.transactionId()).isEqualTo("T1");
            assertThat(sent.activate()).isTrue();
            assertThat(world.priority.active(world.cp7)).containsExactly("T1");
            new NotifyPriorityCharging2(world.priority)
                    .handle(
                            world.stations.caller(world.cp7, OcppVersion.V21),
                            new NotifyPriorityCharging.Request("T1", false));
            assertThat(states(world)).containsExactly("T1 false station");
            assertThat(world.priority.active(world.cp7)).isEmpty();
            assertThat(world.stations.events("priority-charging.switched")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_without_such_a_profile_changes_nothing(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            says(world, PriorityChargingStatus.NoProfile);
            assertThat(set(world, true).status()).isEqualTo("NoProfile");
            assertThat(states(world)).isEmpty();
            ScriptedLink old = world.says(OcppVersion.V201, call -> null);
            assertThat(set(world, true).outcome()).isEqualTo("notSupported");
            assertThat(old.sent).isEmpty();
            assertThat(catchThrowableOfType(Refused.class, () -> set(world, null))
                            .field())
                    .isEqualTo("active");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_was_switched_long_ago_goes(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.priority.switched(world.cp7, "OLD", true);
            world.stations.clock.advance(Duration.ofDays(1_000));
            world.priority.switched(world.cp7, "NEW", true);
            for (Recurring each : world.priority.recurringJobs()) {
                each.work().run();
            }
            assertThat(states(world)).containsExactly("NEW true station");
        }
    }
}

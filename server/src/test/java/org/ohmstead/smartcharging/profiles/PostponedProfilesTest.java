package org.ohmstead.smartcharging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.smartcharging.SmartWorld.json;
import static org.ohmstead.smartcharging.SmartWorld.profile;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.SetChargingProfile;
import org.ohmstead.ocpp.v16.SetChargingProfile.Status;
import org.ohmstead.smartcharging.SmartWorld;

/** A TxProfile that a station refuses for now is sent again when the state at its EVSE changes (field note 125). */
class PostponedProfilesTest {
    private static final String TX = profile("", "A", "16").replace("TxDefault", "Tx");

    private final AtomicBoolean takes = new AtomicBoolean();

    private ScriptedLink station(SmartWorld world) {
        return world.says(
                OcppVersion.V16,
                call -> new SetChargingProfile.Response(takes.get() ? Status.Accepted : Status.Rejected));
    }

    private static ChargingProfiles.Outcome later(SmartWorld world) {
        return world.profiles.set(
                Actor.LOCAL,
                "CP-7",
                new ChargingProfiles.Wanted(1, json(TX), Set.of(Fallback.LATER)),
                SendOptions.USUAL);
    }

    private static void happens(SmartWorld world, String kind, String payload) {
        world.kept.postponed.on(new StoredEvent(1, 1, kind, world.cp7.id(), json(payload), world.now()));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_is_sent_again_when_its_own_connector_changes(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = station(world);
            assertThat(later(world).result().isAccepted()).isFalse();
            assertThat(world.kept.states()).containsExactly("1 TxProfile postponed");
            assertThat(world.profiles.standing(world.cp7)).isEmpty();
            takes.set(true);
            happens(world, "charging-profile.postponed", "{'identity':'CP-7'}");
            happens(world, "connector.changed", "{'identity':'CP-7','evse':2}");
            assertThat(link.sent).hasSize(1);
            happens(world, "session.started", "{'session':{'station':'CP-7','evse':1}}");
            Await.until(() -> world.kept.states().getFirst().equals("1 TxProfile accepted"));
            assertThat(world.kept.states()).containsExactly("1 TxProfile accepted", "1 TxProfile rejected");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_goes_on_to_refuse_it_is_left_in_peace(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = station(world);
            later(world);
            for (int i = 0; i < 8; i++) {
                world.kept.postponed.again(world.cp7, 1);
            }
            assertThat(link.sent).hasSize(6);
            assertThat(world.kept.states()).hasSize(6).containsOnly("1 TxProfile rejected");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_is_not_sent_again_once_it_is_cleared_or_replaced_or_its_session_is_over(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = station(world);
            later(world);
            takes.set(true);
            world.set(1, TX);
            assertThat(world.kept.states()).containsExactly("2 TxProfile accepted", "1 TxProfile replaced");
            takes.set(false);
            later(world);
            world.kept.happens("session.ended", "{'session':{'station':'CP-7','transactionId':'7','evse':1}}");
            assertThat(world.kept.states())
                    .containsExactly("3 TxProfile over", "2 TxProfile over", "1 TxProfile replaced");
            int sent = link.sent.size();
            world.kept.postponed.again(world.cp7, 1);
            assertThat(link.sent).hasSize(sent);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_somebody_does_not_want_later_stays_refused(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            station(world);
            world.profiles.set(
                    Actor.LOCAL, "CP-7", new ChargingProfiles.Wanted(1, json(TX), Set.of()), SendOptions.USUAL);
            assertThat(world.kept.states()).containsExactly("1 TxProfile rejected");
        }
    }
}

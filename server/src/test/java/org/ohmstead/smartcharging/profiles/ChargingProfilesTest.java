package org.ohmstead.smartcharging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.smartcharging.SmartWorld.json;
import static org.ohmstead.smartcharging.SmartWorld.profile;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.ChargingProfilePurpose;
import org.ohmstead.ocpp.v16.SetChargingProfile.Status;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ChargingRateUnit;
import org.ohmstead.ocpp.v2.SetChargingProfile;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.smartcharging.SmartWorld;
import org.ohmstead.smartcharging.schedule.RateUnit;

/** A station that is told profiles, and what it says to them. */
class ChargingProfilesTest {
    private static final SetChargingProfile.Response YES =
            new SetChargingProfile.Response(ChargingProfileStatus.Accepted, null);
    private static final SetChargingProfile.Response NO =
            new SetChargingProfile.Response(ChargingProfileStatus.Rejected, new StatusInfo("InvalidProfile", "no"));

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_same_words_become_what_1_6_calls_a_profile(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(
                    OcppVersion.V16, call -> new org.ohmstead.ocpp.v16.SetChargingProfile.Response(Status.Accepted));
            ChargingProfiles.Outcome set =
                    world.set(0, profile("", "W", "11000.55").replace("TxDefaultProfile", "ChargingStationMaxProfile"));

            assertThat(set.number()).isEqualTo(1);
            org.ohmstead.ocpp.v16.SetChargingProfile.Request sent =
                    (org.ohmstead.ocpp.v16.SetChargingProfile.Request) link.sent.getFirst();
            assertThat(sent.connectorId()).isZero();
            assertThat(sent.csChargingProfiles().chargingProfilePurpose())
                    .isEqualTo(ChargingProfilePurpose.ChargePointMaxProfile);
            assertThat(sent.csChargingProfiles()
                            .chargingSchedule()
                            .chargingSchedulePeriod()
                            .getFirst()
                            .limit())
                    .isEqualByComparingTo("11000.5");
            assertThat(world.kept.states()).containsExactly("1 ChargingStationMaxProfile accepted");
            ChargingProfileView view = world.kept.list().get("CP-7", "1");
            assertThat(view.said()).isEqualTo("Accepted");
            assertThat(view.actor()).isEqualTo("local");
            assertThat(view.profile().at("/chargingSchedule/0/chargingRateUnit").asText())
                    .isEqualTo("W");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_1_6_has_no_words_for_is_refused_before_anything_is_sent(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V16, call -> YES);
            Refused refused = catchThrowableOfType(
                    Refused.class,
                    () -> world.set(0, profile("", "A", "16").replace("TxDefaultProfile", "PriorityCharging")));
            assertThat(refused.field()).isEqualTo("profile.chargingProfilePurpose");
            assertThat(link.sent).isEmpty();
            assertThat(world.kept.states()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_repeated_key_sets_one_profile(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V201, call -> YES);
            SendOptions key = new SendOptions(null, null, null, "k");
            ChargingProfiles.Wanted wanted = ChargingProfiles.Wanted.of(1, json(profile("", "A", "16")));
            long first = world.profiles.set(Actor.LOCAL, "CP-7", wanted, key).number();
            assertThat(world.profiles.set(Actor.LOCAL, "CP-7", wanted, key).number())
                    .isEqualTo(first);
            assertThat(link.sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_period_has_as_many_phases_as_there_can_be(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V16, call -> YES);
            for (int phases : List.of(-1, 0, 4)) {
                String odd =
                        profile("", "A", "16").replace("'startPeriod':0", "'startPeriod':0,'numberPhases':" + phases);
                Refused refused = catchThrowableOfType(Refused.class, () -> world.set(1, odd));
                assertThat(refused.field()).endsWith("chargingSchedulePeriod[0].numberPhases");
                assertThat(refused.detail()).contains("is " + phases, "1 to 3");
            }
            assertThat(link.sent).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_would_rightly_refuse_is_not_sent(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V201, call -> YES);
            Refused late = catchThrowableOfType(
                    Refused.class,
                    () -> world.set(1, profile("", "A", "16").replace("'startPeriod':0", "'startPeriod':60")));
            assertThat(late.field()).isEqualTo("profile.chargingSchedule[0].chargingSchedulePeriod[0].startPeriod");
            Refused max = catchThrowableOfType(
                    Refused.class,
                    () -> world.set(
                            1, profile("", "A", "16").replace("TxDefaultProfile", "ChargingStationMaxProfile")));
            assertThat(max.field()).isEqualTo("evse");
            Refused nameless = catchThrowableOfType(
                    Refused.class, () -> world.set(1, profile("", "A", "16").replace("TxDefault", "Tx")));
            assertThat(nameless.field()).isEqualTo("profile.transactionId");
            Refused odd = catchThrowableOfType(Refused.class, () -> world.set(1, profile("", "VA", "16")));
            assertThat(odd.field()).isEqualTo("profile.chargingSchedule[0].chargingRateUnit");
            assertThat(link.sent).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_takes_one_level_only_is_found_out_and_remembered(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(
                    OcppVersion.V201,
                    call -> ((SetChargingProfile.Request) call)
                                            .chargingProfile()
                                            .stackLevel()
                                    == 0
                            ? YES
                            : NO);
            ChargingProfiles.Outcome set = world.set(1, profile("", "A", "16"));

            assertThat(set.tries()).extracting(one -> one.form().change()).containsExactly(null, Fallback.STACK_LEVEL);
            assertThat(set.result().isAccepted()).isTrue();
            assertThat(world.kept.states())
                    .containsExactly("1 TxDefaultProfile accepted", "1 TxDefaultProfile rejected");
            assertThat(world.traits.of(world.cp7).stackLevel()).isZero();
            link.sent.clear();
            world.set(1, profile("'id':1,", "A", "10"));
            assertThat(link.sent).hasSize(1);
            assertThat(world.kept.states()).first().isEqualTo("1 TxDefaultProfile accepted");
            assertThat(world.kept.states()).element(1).isEqualTo("1 TxDefaultProfile replaced");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_counts_in_watts_is_found_out(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(
                    OcppVersion.V201,
                    call -> ((SetChargingProfile.Request) call)
                                            .chargingProfile()
                                            .chargingSchedule()
                                            .getFirst()
                                            .chargingRateUnit()
                                    == ChargingRateUnit.W
                            ? YES
                            : NO);
            assertThat(world.set(1, profile("", "A", "16")).result().isAccepted())
                    .isTrue();
            SetChargingProfile.Request last = (SetChargingProfile.Request) link.sent.getLast();
            assertThat(last.chargingProfile()
                            .chargingSchedule()
                            .getFirst()
                            .chargingSchedulePeriod()
                            .getFirst()
                            .limit())
                    .isEqualByComparingTo("11040");
            assertThat(world.traits.of(world.cp7).unit()).isEqualTo(RateUnit.WATT);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_chain_of_purposes_is_gone_down_as_far_as_it_is_allowed(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.charges("T1");
            ScriptedLink link = world.says(OcppVersion.V201, call -> NO);
            String tx = profile("'transactionId':'T1',", "A", "16").replace("TxDefault", "Tx");
            ChargingProfiles.Outcome all = world.profiles.set(
                    Actor.LOCAL,
                    "CP-7",
                    new ChargingProfiles.Wanted(1, json(tx), Fallback.of(List.of("purpose", "stationMaximum"))),
                    SendOptions.USUAL);
            assertThat(all.tries())
                    .extracting(one ->
                            one.form().profile().path("chargingProfilePurpose").asText()
                                    + one.form().evse())
                    .containsExactly("TxProfile1", "TxDefaultProfile1", "ChargingStationMaxProfile0");
            link.sent.clear();
            ChargingProfiles.Outcome none = world.profiles.set(
                    Actor.LOCAL,
                    "CP-7",
                    new ChargingProfiles.Wanted(1, json(tx), Fallback.of(List.of())),
                    SendOptions.USUAL);
            assertThat(none.tries()).hasSize(1);
            assertThat(link.sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_transaction_that_has_gone_is_no_reason_to_try_on(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(
                    OcppVersion.V201,
                    call -> new SetChargingProfile.Response(
                            ChargingProfileStatus.Rejected, new StatusInfo("TxNotFound", null)));
            ChargingProfiles.Outcome set =
                    world.set(1, profile("'transactionId':'T1',", "A", "16").replace("TxDefault", "Tx"));
            assertThat(set.tries()).hasSize(1);
            assertThat(world.kept.list().get("CP-7", "1").said()).isEqualTo("Rejected (TxNotFound)");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void on_2_x_another_one_in_the_same_slot_is_in_conflict(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(OcppVersion.V201, call -> YES);
            world.set(0, profile("", "A", "16"));
            Refused refused = catchThrowableOfType(Refused.class, () -> world.set(1, profile("", "A", "10")));
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.detail()).contains("Profile 1 on EVSE 0");
        }
    }
}

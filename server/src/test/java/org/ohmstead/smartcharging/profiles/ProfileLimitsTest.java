package org.ohmstead.smartcharging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.smartcharging.SmartWorld.json;
import static org.ohmstead.smartcharging.SmartWorld.profile;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.SetChargingProfile;
import org.ohmstead.ocpp.v16.SetChargingProfile.Status;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.smartcharging.SmartWorld;

/** What a station has told that it takes, and what is made of it before anything is sent. */
class ProfileLimitsTest {
    private static final SetChargingProfile.Response YES_16 = new SetChargingProfile.Response(Status.Accepted);
    private static final org.ohmstead.ocpp.v2.SetChargingProfile.Response YES =
            new org.ohmstead.ocpp.v2.SetChargingProfile.Response(ChargingProfileStatus.Accepted, null);
    private static final org.ohmstead.ocpp.v2.SetChargingProfile.Response NO =
            new org.ohmstead.ocpp.v2.SetChargingProfile.Response(ChargingProfileStatus.Rejected, null);

    private static Refused refused(SmartWorld world, int evse, String profile) {
        return catchThrowableOfType(Refused.class, () -> world.set(evse, profile));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_level_above_what_the_station_told_is_refused_with_the_name_of_the_limit(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.tells("ChargeProfileMaxStackLevel", "2");
            ScriptedLink link = world.says(OcppVersion.V16, call -> YES_16);
            Refused refused = refused(world, 1, profile("", "A", "16"));
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.detail()).contains("the value 3; the station takes 2 (ChargeProfileMaxStackLevel");
            assertThat(link.sent).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_says_to_take_only_is_what_it_is_sent(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.tells("ChargingScheduleAllowedChargingRateUnit", "Power");
            ScriptedLink link = world.says(OcppVersion.V16, call -> YES_16);
            world.set(1, profile("", "A", "16"));
            var schedule = ((SetChargingProfile.Request) link.sent.getFirst())
                    .csChargingProfiles()
                    .chargingSchedule();
            assertThat(schedule.chargingRateUnit().name()).isEqualTo("W");
            assertThat(schedule.chargingSchedulePeriod().getFirst().limit()).isEqualByComparingTo("11040");
            // one that takes both is sent what was asked for
            world.tells("ChargingScheduleAllowedChargingRateUnit", "Current, Power");
            link = world.says(OcppVersion.V16, call -> YES_16);
            world.set(1, profile("", "A", "16"));
            assertThat(((SetChargingProfile.Request) link.sent.getFirst())
                            .csChargingProfiles()
                            .chargingSchedule()
                            .chargingRateUnit()
                            .name())
                    .isEqualTo("A");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_without_room_is_not_sent_another_one_and_takes_one_in_place_of_another(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.tells("MaxChargingProfilesInstalled", "1");
            ScriptedLink link = world.says(OcppVersion.V16, call -> YES_16);
            world.set(1, profile("", "A", "16"));
            Refused refused = refused(world, 2, profile("", "A", "16"));
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.detail()).contains("would have 2 profiles; it takes 1 (MaxChargingProfilesInstalled");
            world.set(1, profile("", "A", "10"));
            assertThat(link.sent).hasSize(2);
            assertThat(world.kept.states())
                    .containsExactly("2 TxDefaultProfile accepted", "1 TxDefaultProfile replaced");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_has_smart_charging_off_is_sent_nothing(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V201, call -> YES);
            world.reports("SmartChargingCtrlr", "Enabled", "false");
            Refused refused = refused(world, 1, profile("", "A", "16"));
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.detail()).startsWith("SmartChargingCtrlr.Enabled of CP-7 is false");
            assertThat(link.sent).isEmpty();
            world.reports("SmartChargingCtrlr", "Enabled", "true");
            assertThat(world.set(1, profile("", "A", "16")).result().isAccepted())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void less_than_six_amperes_are_raised_only_where_that_is_asked_for(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(
                    OcppVersion.V201,
                    call -> ((org.ohmstead.ocpp.v2.SetChargingProfile.Request) call)
                                            .chargingProfile()
                                            .chargingSchedule()
                                            .getFirst()
                                            .chargingSchedulePeriod()
                                            .getFirst()
                                            .limit()
                                            .intValue()
                                    < 4140
                            ? NO
                            : YES);
            assertThat(world.set(1, profile("", "W", "0")).result().isAccepted())
                    .isFalse();
            ChargingProfiles.Outcome raised = world.profiles.set(
                    Actor.LOCAL,
                    "CP-7",
                    new ChargingProfiles.Wanted(1, json(profile("", "W", "0")), EnumSet.of(Fallback.SIX_AMPERES)),
                    SendOptions.USUAL);
            assertThat(raised.tries())
                    .extracting(one -> one.form().change())
                    .containsExactly(null, Fallback.SIX_AMPERES);
            assertThat(raised.result().isAccepted()).isTrue();
            assertThat(raised.tries()
                            .getLast()
                            .form()
                            .profile()
                            .at("/chargingSchedule/0/chargingSchedulePeriod/0/limit")
                            .decimalValue())
                    .isEqualByComparingTo("4140");
        }
    }
}

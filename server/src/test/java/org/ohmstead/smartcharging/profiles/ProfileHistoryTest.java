package org.ohmstead.smartcharging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.smartcharging.SmartWorld.json;
import static org.ohmstead.smartcharging.SmartWorld.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.SetChargingProfile.Status;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ClearChargingProfile;
import org.ohmstead.ocpp.v2.ClearChargingProfile.ClearChargingProfileStatus;
import org.ohmstead.ocpp.v2.GetChargingProfiles;
import org.ohmstead.ocpp.v2.GetChargingProfiles.GetChargingProfileStatus;
import org.ohmstead.ocpp.v2.PullDynamicScheduleUpdate;
import org.ohmstead.ocpp.v2.ReportChargingProfiles;
import org.ohmstead.ocpp.v2.SetChargingProfile;
import org.ohmstead.ocpp.v2.UpdateDynamicSchedule;
import org.ohmstead.smartcharging.SmartWorld;
import org.ohmstead.smartcharging.ocpp2.PullDynamicScheduleUpdate2;

/** What is kept of profiles: by whatever way they were set, and until they have gone. */
class ProfileHistoryTest {
    private static final SetChargingProfile.Response YES =
            new SetChargingProfile.Response(ChargingProfileStatus.Accepted, null);

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_profile_that_was_sent_through_the_door_is_kept_as_well(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(OcppVersion.V16, call -> new org.ohmstead.ocpp.v16.SetChargingProfile.Response(Status.Accepted));
            world.verbs.tell(
                    Actor.LOCAL,
                    "CP-7",
                    Verb.of(
                            "SetChargingProfile",
                            json(
                                    "{'connectorId':2,'csChargingProfiles':{'chargingProfileId':77,'stackLevel':0,'chargingProfilePurpose':'TxDefaultProfile','chargingProfileKind':'Relative','chargingSchedule':{'chargingRateUnit':'A','chargingSchedulePeriod':[{'startPeriod':0,'limit':8.1}]}}}")),
                    SendOptions.USUAL);
            assertThat(world.kept.states()).containsExactly("77 TxDefaultProfile accepted");
            // another id in the same slot takes its place on 1.6, and another connector does not
            world.set(2, profile("", "A", "10").replace("'stackLevel':3", "'stackLevel':0"));
            world.set(1, profile("", "A", "10").replace("'stackLevel':3", "'stackLevel':0"));
            assertThat(world.kept.states())
                    .containsExactly(
                            "79 TxDefaultProfile accepted",
                            "78 TxDefaultProfile accepted",
                            "77 TxDefaultProfile replaced");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_says_nothing_may_have_it(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.connect(new ScriptedLink(
                    world.cp7, OcppVersion.V201, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30))));
            ChargingProfiles.Outcome set = world.set(1, profile("", "A", "16"));
            assertThat(set.tries()).hasSize(1);
            assertThat(world.kept.states()).containsExactly("1 TxDefaultProfile unanswered");
            assertThat(world.profiles.standing(world.cp7)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_cleared_is_inactive_and_stays_as_history(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(
                    OcppVersion.V201,
                    call -> call instanceof ClearChargingProfile.Request
                            ? new ClearChargingProfile.Response(ClearChargingProfileStatus.Accepted)
                            : YES);
            world.set(0, profile("", "A", "16"));
            world.set(0, profile("", "A", "20").replace("'stackLevel':3", "'stackLevel':4"));
            world.set(0, profile("", "W", "22000").replace("TxDefaultProfile", "ChargingStationMaxProfile"));
            world.kept.resource().clear("CP-7", "1", SendOptions.USUAL);
            assertThat(world.kept.states())
                    .containsExactly(
                            "3 ChargingStationMaxProfile accepted",
                            "2 TxDefaultProfile accepted",
                            "1 TxDefaultProfile cleared");
            world.kept.resource().clearMatching("CP-7", null, "TxDefaultProfile", null, null, SendOptions.USUAL);
            assertThat(world.kept.states())
                    .containsExactly(
                            "3 ChargingStationMaxProfile accepted",
                            "2 TxDefaultProfile cleared",
                            "1 TxDefaultProfile cleared");
            assertThat(((ClearChargingProfile.Request) link.sent.getLast())
                            .chargingProfileCriteria()
                            .evseId())
                    .isNull();
            Refused all = catchThrowableOfType(
                    Refused.class,
                    () -> world.kept.resource().clearMatching("CP-7", null, null, null, null, SendOptions.USUAL));
            assertThat(all.field()).isEqualTo("all");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_profile_is_over_with_its_transaction_or_its_validity(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.charges("T1");
            world.says(OcppVersion.V201, call -> YES);
            world.set(1, profile("'transactionId':'T1',", "A", "16").replace("TxDefault", "Tx"));
            Instant soon = world.now().plusSeconds(60);
            world.set(1, profile("'validTo':'" + soon + "',", "A", "16"));
            world.kept.ends.on(new StoredEvent(
                    1,
                    1,
                    "session.ended",
                    world.cp7.id(),
                    json("{'session':{'station':'CP-7','transactionId':'T1'}}"),
                    world.now()));
            world.kept.ends.end();
            assertThat(world.kept.states()).containsExactly("2 TxDefaultProfile accepted", "1 TxProfile over");
            world.stations.clock.advance(Duration.ofMinutes(2));
            world.kept.ends.end();
            assertThat(world.kept.states()).containsExactly("2 TxDefaultProfile over", "1 TxProfile over");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_has_gone_long_ago_goes_from_the_history_and_what_stands_stays(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(OcppVersion.V16, call -> new org.ohmstead.ocpp.v16.SetChargingProfile.Response(Status.Accepted));
            world.set(1, profile("", "A", "16"));
            world.set(1, profile("", "A", "10"));
            assertThat(world.kept.states())
                    .containsExactly("2 TxDefaultProfile accepted", "1 TxDefaultProfile replaced");
            world.stations.clock.advance(Duration.ofDays(1_000));
            world.kept.ends.recurringJobs().forEach(job -> job.work().run());
            assertThat(world.kept.states()).containsExactly("2 TxDefaultProfile accepted");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_tells_is_what_it_has(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(
                    OcppVersion.V201,
                    call -> call instanceof GetChargingProfiles.Request
                            ? new GetChargingProfiles.Response(GetChargingProfileStatus.Accepted)
                            : YES);
            world.set(1, profile("", "A", "16"));
            world.set(1, profile("", "A", "16").replace("'stackLevel':3", "'stackLevel':4"));
            SetChargingProfile.Request first = (SetChargingProfile.Request) link.sent.getFirst();
            world.stations.clock.advance(Duration.ofSeconds(5));
            world.kept.resource().refresh("CP-7", null, null, SendOptions.USUAL);
            int request = ((GetChargingProfiles.Request) link.sent.getLast()).requestId();
            world.stations.clock.advance(Duration.ofSeconds(1));
            world.report.handle(
                    world.stations.caller(world.cp7, OcppVersion.V201),
                    new ReportChargingProfiles.Request(
                            request, "CSO", List.of(first.chargingProfile()), 1, true, null));
            org.ohmstead.ocpp.v2.ChargingProfile foreign = new org.ohmstead.ocpp.v2.ChargingProfile(
                    -5,
                    0,
                    org.ohmstead.ocpp.v2.ChargingProfilePurpose.ChargingStationExternalConstraints,
                    org.ohmstead.ocpp.v2.ChargingProfileKind.Absolute,
                    first.chargingProfile().chargingSchedule());
            world.report.handle(
                    world.stations.caller(world.cp7, OcppVersion.V201),
                    new ReportChargingProfiles.Request(request, "EMS", List.of(foreign), 0, false, null));
            assertThat(world.kept.states())
                    .containsExactly(
                            "-5 ChargingStationExternalConstraints accepted",
                            "2 TxDefaultProfile cleared",
                            "1 TxDefaultProfile accepted");
            assertThat(world.kept.list().get("CP-7", "-5").source()).isEqualTo("EMS");
            assertThat(world.kept.list().get("CP-7", "1").reportedAt()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_dynamic_profile_is_updated_by_either_side(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.charges("T1");
            world.says(
                    OcppVersion.V21,
                    call -> call instanceof UpdateDynamicSchedule.Request
                            ? new UpdateDynamicSchedule.Response(ChargingProfileStatus.Accepted, null, null)
                            : YES);
            PullDynamicScheduleUpdate2 pull = new PullDynamicScheduleUpdate2(world.profiles);
            var caller = world.stations.caller(world.cp7, OcppVersion.V21);
            assertThat(pull.handle(caller, new PullDynamicScheduleUpdate.Request(1))
                            .statusInfo()
                            .reasonCode())
                    .isEqualTo("InvalidProfile");
            world.set(
                    1,
                    "{'stackLevel':0,'chargingProfilePurpose':'TxProfile','transactionId':'T1','chargingProfileKind':'Dynamic','chargingSchedule':[{'id':1,'chargingRateUnit':'W','chargingSchedulePeriod':[{'startPeriod':0,'limit':5000}]}]}");
            world.kept
                    .resource()
                    .update("CP-7", "1", SendOptions.USUAL, new ProfileUpdateBody(json("{'limit':7400}"), null));
            assertThat(pull.handle(caller, new PullDynamicScheduleUpdate.Request(1))
                            .scheduleUpdate()
                            .limit())
                    .isEqualTo(BigDecimal.valueOf(7400));
            world.kept
                    .resource()
                    .update("CP-7", "1", SendOptions.USUAL, new ProfileUpdateBody(json("{'limit':3000}"), false));
            assertThat(pull.handle(caller, new PullDynamicScheduleUpdate.Request(1))
                            .scheduleUpdate()
                            .limit())
                    .isEqualTo(BigDecimal.valueOf(3000));
            assertThat(catchThrowableOfType(Refused.class, () -> world.kept
                                    .resource()
                                    .update(
                                            "CP-7",
                                            "9",
                                            SendOptions.USUAL,
                                            new ProfileUpdateBody(json("{'limit':1}"), false)))
                            .kind())
                    .isEqualTo(Refused.Kind.NOT_FOUND);
        }
    }
}

package org.ohmstead.smartcharging.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.smartcharging.SmartWorld.json;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.RemoteStartTransaction;
import org.ohmstead.ocpp.v16.SetChargingProfile.Status;
import org.ohmstead.ocpp.v2.RequestStartStopStatus;
import org.ohmstead.ocpp.v2.RequestStartTransaction;
import org.ohmstead.smartcharging.SmartWorld;

/** A profile that goes to a station with a remote start is kept as any other, and belongs to the session that it leads to. */
class ProfileOfStartTest {
    private static final String SCHEDULE =
            "'chargingRateUnit':'A','chargingSchedulePeriod':[{'startPeriod':0,'limit':10}]}";
    private static final String START_2 = "{'remoteStartId':5,'idToken':{'idToken':'A','type':'Central'},'evseId':1,"
            + "'chargingProfile':{'id':40,'stackLevel':0,'chargingProfilePurpose':'TxProfile',"
            + "'chargingProfileKind':'Relative','chargingSchedule':[{'id':1," + SCHEDULE + "]}}";
    private static final String START_16 = "{'idTag':'A','connectorId':2,"
            + "'chargingProfile':{'chargingProfileId':40,'stackLevel':0,'chargingProfilePurpose':'TxProfile',"
            + "'chargingProfileKind':'Relative','chargingSchedule':{" + SCHEDULE + "}}";

    private static long start2(SmartWorld world) {
        world.says(
                OcppVersion.V201,
                call -> new RequestStartTransaction.Response(RequestStartStopStatus.Accepted, null, null));
        return send(world, "RequestStartTransaction", START_2);
    }

    private static long send(SmartWorld world, String action, String payload) {
        return world.verbs
                .tell(Actor.LOCAL, "CP-7", Verb.of(action, json(payload)), SendOptions.USUAL)
                .command()
                .id();
    }

    private static String started(long command, long session) {
        return "{'identity':'CP-7','command':" + command + ",'session':" + session + "}";
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_goes_with_the_session_that_the_start_led_to(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            long command = start2(world);
            assertThat(world.kept.states()).containsExactly("40 TxProfile accepted");
            assertThat(world.kept.list().get("CP-7", "40").evse()).isEqualTo(1);
            world.kept.happens("remote-start.started", started(command, world.charges("T1")));
            assertThat(world.profiles.find(world.cp7, 40).orElseThrow().transaction())
                    .isEqualTo("T1");
            world.kept.happens("session.ended", "{'session':{'station':'CP-7','transactionId':'T0','evse':1}}");
            assertThat(world.kept.states()).containsExactly("40 TxProfile accepted");
            world.kept.happens("session.ended", "{'session':{'station':'CP-7','transactionId':'T1','evse':1}}");
            assertThat(world.kept.states()).containsExactly("40 TxProfile over");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_is_over_where_no_session_follows_and_back_where_one_does_late(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            long command = start2(world);
            world.kept.happens("remote-start.expired", started(command, 0));
            assertThat(world.kept.states()).containsExactly("40 TxProfile over");
            world.kept.happens("remote-start.started", started(command, world.charges("T1")));
            assertThat(world.kept.states()).containsExactly("40 TxProfile accepted");
            assertThat(world.profiles.find(world.cp7, 40).orElseThrow().transaction())
                    .isEqualTo("T1");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void that_of_1_6_names_no_transaction_and_is_over_with_the_one_at_its_connector(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(
                    OcppVersion.V16,
                    call -> call instanceof RemoteStartTransaction.Request
                            ? new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Accepted)
                            : new org.ohmstead.ocpp.v16.SetChargingProfile.Response(Status.Accepted));
            send(world, "RemoteStartTransaction", START_16);
            assertThat(world.kept.states()).containsExactly("40 TxProfile accepted");
            assertThat(world.profiles
                            .find(world.cp7, 40)
                            .orElseThrow()
                            .profile()
                            .has("chargingSchedule"))
                    .isTrue();
            world.kept.happens("session.ended", "{'session':{'station':'CP-7','transactionId':'7','evse':1}}");
            assertThat(world.kept.states()).containsExactly("40 TxProfile accepted");
            world.kept.happens("session.ended", "{'session':{'station':'CP-7','transactionId':'8','evse':2}}");
            assertThat(world.kept.states()).containsExactly("40 TxProfile over");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_start_that_is_refused_or_has_none_leaves_none(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(
                    OcppVersion.V201,
                    call -> new RequestStartTransaction.Response(RequestStartStopStatus.Rejected, null, null));
            send(world, "RequestStartTransaction", START_2);
            send(world, "RequestStartTransaction", "{'remoteStartId':6,'idToken':{'idToken':'A','type':'Central'}}");
            assertThat(world.kept.states()).isEqualTo(List.of("40 TxProfile rejected"));
            assertThat(world.profiles.standing(world.cp7)).isEmpty();
        }
    }
}

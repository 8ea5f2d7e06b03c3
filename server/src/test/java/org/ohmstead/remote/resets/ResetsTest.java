package org.ohmstead.remote.resets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
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
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.Reset.ResetKind;
import org.ohmstead.ocpp.v2.Reset.ResetStatus;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

class ResetsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    /** The slice over a database, and a station. */
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final SqlStationResetStore store;
        final ResetExpiry expiry;
        final ResetWatch watch;
        final ResetResource resource;
        final ResetListResource list;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            store = new SqlStationResetStore(stations.database, stations.commits, new Outbox(stations.clock));
            expiry = new ResetExpiry(store, new Jobs(stations.clock), stations.clock);
            watch = new ResetWatch(store);
            ResetOutcomes outcomes = new ResetOutcomes(store, expiry, RemoteSettings.defaults());
            Resets resets = new Resets(TestCommands.verbs(stations, () -> List.of(outcomes)), store);
            CurrentActor actor = CurrentActor.of(Actor.LOCAL);
            resource = new ResetResource(resets, actor);
            list = new ResetListResource(resets, stations.stations, actor);
        }

        List<OcppCall<?>> connect(OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
            ScriptedLink link = new ScriptedLink(cp7, version, says);
            stations.links.put(link);
            return link.sent;
        }

        StationResetView reset(String type, @Nullable Integer evse) {
            return (StationResetView) resource.reset("CP-7", SendOptions.USUAL, new ResetBody(type, evse))
                    .getEntity();
        }

        StationResetView now(StationResetView reset) {
            return list.get(String.valueOf(reset.id()));
        }

        void booted(@Nullable String reason) {
            stations.clock.advance(Duration.ofSeconds(20));
            ObjectNode payload = JsonNodeFactory.instance
                    .objectNode()
                    .put("identity", "CP-7")
                    .put("at", stations.clock.instant().toString())
                    .put("reason", reason);
            watch.on(new StoredEvent(1, cp7.tenant(), "station.booted", cp7.id(), payload, stations.clock.instant()));
        }

        void expire(StationResetView reset) {
            expiry.run("id", new ResetExpiry.Due(cp7.tenant(), cp7.id(), "CP-7", reset.id()));
        }

        List<String> events() {
            return WaitingEvents.in(stations.database).stream()
                    .map(StoredEvent::kind)
                    .filter(each -> each.startsWith("station.reset."))
                    .toList();
        }

        String refused(String type, @Nullable Integer evse) {
            return String.valueOf(
                    catchThrowableOfType(Refused.class, () -> reset(type, evse)).field());
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static Function<OcppCall<?>, Outcome<?>> says(ResetStatus status) {
        return call -> TestCommands.answer(new org.ohmstead.ocpp.v2.Reset.Response(status));
    }

    private static Function<OcppCall<?>, Outcome<?>> says16() {
        return call -> TestCommands.answer(
                new org.ohmstead.ocpp.v16.Reset.Response(org.ohmstead.ocpp.v16.Reset.Status.Accepted));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_boot_that_follows_is_joined_to_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            List<OcppCall<?>> sent = world.connect(V201, says(ResetStatus.Accepted));
            StationResetView reset = world.reset("onIdle", null);
            assertThat(sent).containsExactly(new org.ohmstead.ocpp.v2.Reset.Request(ResetKind.OnIdle, null));
            assertThat(reset.state()).isEqualTo("accepted");
            assertThat(reset.expiresAt()).isEqualTo(reset.answeredAt().plus(Duration.ofMinutes(10)));
            world.booted("Triggered");
            assertThat(world.now(reset).state()).as("it has not booted").isEqualTo("accepted");
            world.booted("RemoteReset");
            StationResetView done = world.now(reset);
            assertThat(done.state()).isEqualTo("rebooted");
            assertThat(done.bootReason()).isEqualTo("RemoteReset");
            assertThat(done.rebootedAt()).isEqualTo(world.stations.clock.instant());
            world.booted("PowerUp");
            world.stations.clock.advance(Duration.ofHours(1));
            world.expire(reset);
            assertThat(world.now(reset)).isEqualTo(done);
            assertThat(world.events())
                    .containsExactly("station.reset.requested", "station.reset.accepted", "station.reset.rebooted");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void in_1_6_it_is_soft_or_hard_and_expires_when_no_boot_follows(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            List<OcppCall<?>> sent = world.connect(V16, says16());
            StationResetView soft = world.reset("onIdle", null);
            StationResetView hard = world.reset("immediate", null);
            assertThat(sent.toString()).contains("Soft").contains("Hard");
            assertThat(world.refused("immediateAndResume", null)).isEqualTo("type");
            assertThat(world.refused("immediate", 1)).isEqualTo("evse");
            assertThat(world.refused("hard", null)).isEqualTo("type");
            world.expire(soft);
            assertThat(world.now(soft).state()).isEqualTo("accepted");
            world.stations.clock.advance(Duration.ofMinutes(10));
            world.expire(soft);
            assertThat(world.now(soft).state()).isEqualTo("expired");
            assertThat(world.list
                            .list("CP-7", "expired", null, null, null, null)
                            .items())
                    .containsExactly(world.now(soft));
            world.booted(null);
            assertThat(world.now(hard).state()).isEqualTo("rebooted");
            assertThat(world.now(soft).state()).as("late, but done").isEqualTo("rebooted");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_is_put_off_waits_for_a_day_and_one_that_is_refused_says_why(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connect(V201, says(ResetStatus.Scheduled));
            StationResetView scheduled = world.reset("onIdle", null);
            assertThat(scheduled.state()).isEqualTo("scheduled");
            world.stations.clock.advance(Duration.ofHours(20));
            world.expire(scheduled);
            assertThat(world.now(scheduled).state()).isEqualTo("scheduled");
            world.connect(
                    V201,
                    call -> TestCommands.answer(new org.ohmstead.ocpp.v2.Reset.Response(
                            ResetStatus.Rejected, new StatusInfo("NotEnabled", null))));
            StationResetView rejected = world.reset("immediate", null);
            assertThat(rejected.state()).isEqualTo("rejected");
            assertThat(rejected.note()).isEqualTo("NotEnabled");
            world.booted("ScheduledReset");
            assertThat(world.now(scheduled).state()).isEqualTo("rebooted");
            assertThat(world.now(rejected)).isEqualTo(rejected);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_evse_alone_boots_nothing_and_only_2_1_resumes(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connect(V201, says(ResetStatus.Accepted));
            StationResetView evse = world.reset("immediate", 2);
            assertThat(evse.evse()).isEqualTo(2);
            assertThat(evse.expiresAt()).isNull();
            assertThat(world.refused("immediateAndResume", null)).isEqualTo("type");
            assertThat(world.refused("immediate", 0)).isEqualTo("evse");
            List<OcppCall<?>> sent = world.connect(V21, says(ResetStatus.Accepted));
            StationResetView resumed = world.reset("immediateAndResume", null);
            assertThat(sent)
                    .containsExactly(new org.ohmstead.ocpp.v2.Reset.Request(ResetKind.ImmediateAndResume, null));
            world.booted("RemoteReset");
            assertThat(world.now(resumed).state()).isEqualTo("rebooted");
            assertThat(world.now(evse).state()).isEqualTo("accepted");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_was_lost_on_its_way_is_joined_and_one_that_never_left_is_not(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            StationResetView away = world.reset("immediate", null);
            assertThat(away.state()).isEqualTo("failed");
            world.connect(V201, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            StationResetView lost = world.reset("immediate", null);
            assertThat(lost.state()).isEqualTo("failed");
            world.booted("RemoteReset");
            assertThat(world.now(lost).state()).isEqualTo("rebooted");
            assertThat(world.now(away)).isEqualTo(away);
        }
    }
}

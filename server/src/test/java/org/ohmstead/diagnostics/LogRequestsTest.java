package org.ohmstead.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.files.FileArrivals;
import org.ohmstead.files.FileLink;
import org.ohmstead.files.StoredFile;
import org.ohmstead.files.TestFiles;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.GetDiagnostics;
import org.ohmstead.ocpp.v2.GetLog;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stationjobs.SqlJobStatusStore;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Logs that stations are asked for, in each version, and what they come to (behaviour 9.2). */
class LogRequestsTest {
    /** The slice over a database, and one station. */
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final TestFiles files;
        final LogRequests logs;
        final LogUpkeep upkeep;
        final JobStatuses jobs;
        final AtomicReference<OcppResult> answer = new AtomicReference<>();

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            SqlLogRequestStore store =
                    new SqlLogRequestStore(stations.database, stations.commits, new Outbox(stations.clock));
            LogProgress progress = new LogProgress(store, stations.clock);
            List<FileArrivals> arrivals = new ArrayList<>(List.of(progress));
            files = new TestFiles(stations, () -> arrivals, List::of);
            logs = new LogRequests(
                    store,
                    TestCommands.verbs(stations, () -> List.of(progress)),
                    files.links,
                    stations.audit,
                    stations.clock);
            upkeep = new LogUpkeep(
                    store,
                    new org.ohmstead.notices.NoticeSettings(Duration.ofDays(90), Duration.ofDays(90)),
                    stations.clock);
            jobs = new JobStatuses(new SqlJobStatusStore(
                    stations.database, stations.commits, new Outbox(stations.clock), () -> List.of(progress)));
        }

        ScriptedLink connect(OcppVersion version) {
            ScriptedLink link = new ScriptedLink(cp7, version, call -> TestCommands.answer(answer.get()));
            stations.links.put(link);
            return link;
        }

        LogRequest ask(LogKind kind) {
            return logs.ask(
                    Actor.LOCAL,
                    "CP-7",
                    new LogRequest.Wanted(kind, Instant.EPOCH, null, 1, null),
                    false,
                    SendOptions.USUAL);
        }

        LogRequest now(LogRequest request) {
            return logs.get(Actor.LOCAL.scope(), request.id());
        }

        void step(Job job, @Nullable Integer request, String step) {
            stations.clock.advance(Duration.ofSeconds(1));
            jobs.report(cp7, new JobReport(job, request, step, null, stations.clock.instant()));
        }

        StoredFile leaves(String location) {
            return files.leave(new FileLink.Made(0, location), "x.log", "what happened");
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static String location(OcppCall<?> call) {
        return switch (call) {
            case GetDiagnostics.Request core -> core.location();
            case GetLog.Request log -> log.log().remoteLocation();
            case org.ohmstead.ocpp.v16.GetLog.Request log -> log.log().remoteLocation();
            default -> throw new IllegalStateException(call.toString());
        };
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_1_6_station_leaves_its_diagnostics_and_the_request_shows_the_file(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.connect(V16);
            world.answer.set(new GetDiagnostics.Response("diag.zip"));
            LogRequest request = world.ask(LogKind.DIAGNOSTICS);
            assertThat(request.state()).isEqualTo(LogState.ACCEPTED);
            assertThat(request.progress().fileName()).isEqualTo("diag.zip");
            world.step(Job.DIAGNOSTICS, null, "Uploading");
            assertThat(world.now(request).state()).isEqualTo(LogState.UPLOADING);
            StoredFile file = world.leaves(location(link.sent.getFirst()));
            world.step(Job.DIAGNOSTICS, null, "Uploaded");
            LogRequest after = world.now(request);
            assertThat(after.state()).isEqualTo(LogState.UPLOADED);
            assertThat(after.progress().file()).isEqualTo(file.id());
            assertThat(after.progress().reason()).isNull();
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(line -> line.startsWith("local log-request " + request.id() + " created"));
            assertThat(WaitingEvents.in(world.stations.database))
                    .filteredOn(event -> event.kind().equals("log.request.changed"))
                    .extracting(event -> event.payload().path("state").asText())
                    .containsExactly("requested", "accepted", "uploading", "uploaded");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_1_6_station_without_a_file_name_has_nothing_unless_one_comes(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.connect(V16);
            world.answer.set(new GetDiagnostics.Response());
            LogRequest request = world.ask(LogKind.DIAGNOSTICS);
            assertThat(request.state()).isEqualTo(LogState.NOTHING);
            world.leaves(location(link.sent.getFirst()));
            assertThat(world.now(request).state()).isEqualTo(LogState.UPLOADED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_security_log_of_1_6_is_asked_for_by_the_security_extension(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.connect(V16);
            world.answer.set(new org.ohmstead.ocpp.v16.GetLog.Response(
                    org.ohmstead.ocpp.v16.GetLog.LogStatus.Accepted, "sec.log"));
            LogRequest request = world.ask(LogKind.SECURITY);
            org.ohmstead.ocpp.v16.GetLog.Request sent = (org.ohmstead.ocpp.v16.GetLog.Request) link.sent.getFirst();
            assertThat(sent.logType()).isEqualTo(org.ohmstead.ocpp.v16.GetLog.Log.SecurityLog);
            assertThat(sent.requestId()).isEqualTo(request.number());
            world.step(Job.LOG, request.number(), "UploadFailure");
            assertThat(world.now(request).state()).isEqualTo(LogState.FAILED);
            world.step(Job.LOG, request.number(), "Uploading"); // it tries again
            assertThat(world.now(request).state()).isEqualTo(LogState.UPLOADING);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_newer_request_cancels_one_that_is_under_way(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connect(V201);
            world.answer.set(new GetLog.Response(GetLog.LogStatus.Accepted, null, "a.log"));
            LogRequest older = world.ask(LogKind.SECURITY);
            world.step(Job.LOG, older.number(), "Uploading");
            world.answer.set(new GetLog.Response(GetLog.LogStatus.AcceptedCanceled, null, "b.log"));
            LogRequest newer = world.ask(LogKind.DIAGNOSTICS);
            world.step(Job.LOG, older.number(), "AcceptedCanceled");
            assertThat(world.now(older).state()).isEqualTo(LogState.CANCELLED);
            assertThat(world.now(newer).state()).isEqualTo(LogState.ACCEPTED);
            world.answer.set(new GetLog.Response(GetLog.LogStatus.Rejected));
            assertThat(world.ask(LogKind.SECURITY).state()).isEqualTo(LogState.REFUSED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_data_collector_is_one_of_2_1_and_a_silent_request_ends(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connect(V201);
            Refused refused = catchThrowableOfType(Refused.class, () -> world.ask(LogKind.DATACOLLECTOR));
            assertThat(refused.field()).isEqualTo("type");
            world.connect(V21);
            world.answer.set(new GetLog.Response(GetLog.LogStatus.Accepted, null, "a.log"));
            LogRequest request = world.ask(LogKind.DATACOLLECTOR);
            assertThat(request.state()).isEqualTo(LogState.ACCEPTED);
            world.stations.clock.advance(Duration.ofDays(4));
            world.upkeep.lookAtAll();
            assertThat(world.now(request).state()).isEqualTo(LogState.FAILED);
        }
    }
}

package org.ohmstead.firmware;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.files.StoredFile;
import org.ohmstead.files.TestFiles;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stationjobs.SqlJobStatusStore;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** The slice over a database, and an image. */
public final class FirmwareWorld implements AutoCloseable {
    public final TestStations stations;
    public final StationRef cp7;
    public final TestFiles files;
    public final StoredFile image;
    public final FirmwareUpdates updates;
    public final JobStatuses jobs;
    public final Verbs verbs;
    final FirmwareProgress progress;
    final FirmwareBoots boots;
    final FirmwareUpkeep upkeep;

    /** What stations answer. */
    public final AtomicReference<Function<OcppCall<?>, Outcome<?>>> says = new AtomicReference<>();

    public FirmwareWorld(TestDatabases.Kind kind) {
        stations = new TestStations(kind.open());
        cp7 = stations.station("CP-7");
        files = new TestFiles(stations);
        image = files.image("image.bin");
        SqlFirmwareUpdateStore store =
                new SqlFirmwareUpdateStore(stations.database, stations.commits, new Outbox(stations.clock));
        progress = new FirmwareProgress(store, files.links, stations.clock);
        boots = new FirmwareBoots(store, progress);
        upkeep = new FirmwareUpkeep(
                store, progress, new NoticeSettings(Duration.ofDays(90), Duration.ofDays(90)), stations.clock);
        verbs = TestCommands.verbs(stations, () -> List.of(progress));
        updates = new FirmwareUpdates(store, verbs, files.files, files.links, stations.audit, stations.clock);
        jobs = new JobStatuses(new SqlJobStatusStore(
                stations.database, stations.commits, new Outbox(stations.clock), () -> List.of(progress)));
    }

    public ScriptedLink connect(StationRef station, OcppVersion version) {
        ScriptedLink link =
                new ScriptedLink(station, version, call -> says.get().apply(call));
        stations.links.put(link);
        return link;
    }

    public void answers(OcppResult response) {
        says.set(call -> TestCommands.answer(response));
    }

    UpdateOrder ofImage() {
        return new UpdateOrder(image.id(), null, null, null, 2, null, null, null);
    }

    FirmwareUpdate order(UpdateOrder wanted) {
        return updates.order(Actor.LOCAL, "CP-7", wanted, null, SendOptions.USUAL);
    }

    FirmwareUpdate now(FirmwareUpdate update) {
        return updates.get(Actor.LOCAL.scope(), update.id());
    }

    /** A station reports steps. */
    public void steps(StationRef station, @Nullable Integer request, String... steps) {
        for (String each : steps) {
            stations.clock.advance(Duration.ofSeconds(1));
            jobs.report(station, new JobReport(Job.FIRMWARE, request, each, null, stations.clock.instant()));
        }
    }

    /** Who is told of commands. */
    public CommandListener progress() {
        return progress;
    }

    @Override
    public void close() {
        stations.close();
    }
}

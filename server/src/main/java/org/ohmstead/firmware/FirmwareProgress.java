package org.ohmstead.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.api.TimeText;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.files.FileHolders;
import org.ohmstead.files.FileLink;
import org.ohmstead.files.FileLinks;
import org.ohmstead.files.StoredFile;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobOwner;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stations.StationRef;

/**
 * What updates come to, by the station's answer and by the steps that it reports. Stations skip steps, repeat them, report them
 * before their answer, and go on after what looked like the end (behaviour 9.1).
 */
@Singleton
public class FirmwareProgress implements CommandListener, JobOwner, FileHolders {
    /** Those that know no requestId. */
    private static final Set<String> UNNUMBERED = Set.of(FirmwareWords.UPDATE);

    private static final Set<String> ALL = Set.of(FirmwareWords.UPDATE, FirmwareWords.SIGNED_UPDATE);

    private final SqlFirmwareUpdateStore store;
    private final FileLinks links;
    private final Clock clock;

    @Inject
    public FirmwareProgress(SqlFirmwareUpdateStore store, FileLinks links, Clock clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Set<String> actions() {
        return ALL;
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        FirmwareUpdate update = of(tx, command).orElseGet(() -> byDoor(tx, command));
        store.update(tx, update, update.with(sent(update, command)));
    }

    private static FirmwareUpdate.Sent sent(FirmwareUpdate update, StoredCommand command) {
        return new FirmwareUpdate.Sent(command.action(), update.sent().link(), command.id());
    }

    /** Somebody has sent it by the door. */
    private FirmwareUpdate byDoor(Tx tx, StoredCommand command) {
        JsonNode payload = command.payload();
        JsonNode number = payload.path("requestId");
        Instant now = now();
        return store.insert(
                tx,
                new FirmwareUpdate(
                        0,
                        command.station(),
                        number.isInt() ? number.asInt() : -(int) (command.id() % Integer.MAX_VALUE),
                        null,
                        new FirmwareUpdate.Order(
                                new FirmwareUpdate.Image(null, FileLink.shown(location(payload))),
                                retrieveAt(payload, now),
                                null,
                                null,
                                null,
                                null),
                        new FirmwareUpdate.Sent(command.action(), null, command.id()),
                        FirmwareUpdate.Progress.begun(null, now),
                        command.by().word(),
                        now));
    }

    private static Instant retrieveAt(JsonNode payload, Instant now) {
        try {
            return TimeText.parse(payload.path("retrieveDate")
                    .asText(payload.path("firmware").path("retrieveDateTime").asText()));
        } catch (DateTimeException e) {
            return now;
        }
    }

    private static String location(JsonNode payload) {
        return payload.path("location")
                .asText(payload.path("firmware").path("location").asText());
    }

    private static Optional<FirmwareUpdate> of(Tx tx, StoredCommand command) {
        JsonNode number = command.payload().path("requestId");
        String location = location(command.payload());
        StationRef station = command.station();
        return SqlFirmwareUpdateStore.byCommand(tx, station, command.id())
                .or(() -> FileLink.idOf(location).flatMap(link -> SqlFirmwareUpdateStore.byLink(tx, station, link)))
                .or(() -> number.isInt()
                        ? SqlFirmwareUpdateStore.byNumber(tx, station, number.asInt())
                        : SqlFirmwareUpdateStore.byLocation(tx, station, FileLink.shown(location)));
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        of(tx, command).ifPresent(before -> {
            FirmwareUpdate answered = before.with(answered(before.progress(), result));
            change(tx, before, answered.with(sent(answered, command)));
            if (result.how() == CommandResult.How.ANSWERED && answered.state() != UpdateState.REFUSED) {
                cancelOlder(tx, answered);
            }
        });
    }

    private FirmwareUpdate.Progress answered(FirmwareUpdate.Progress progress, CommandResult result) {
        return switch (result.how()) {
            case ANSWERED -> answered(progress, result.response() == null ? "" : status(result.response()), result);
            // Whether it does it is not known; what it reports will tell.
            case TIMED_OUT, CONNECTION_LOST ->
                progress.state() == UpdateState.REQUESTED
                        ? progress.to(
                                UpdateState.REQUESTED,
                                "The station has not answered: " + result.how().word(),
                                now())
                        : progress;
            case REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED ->
                progress.to(UpdateState.REFUSED, why(result), now());
        };
    }

    private static String status(JsonNode response) {
        return response.path("status").asText();
    }

    private FirmwareUpdate.Progress answered(FirmwareUpdate.Progress progress, String status, CommandResult result) {
        if (status.isEmpty() || status.startsWith("Accepted")) { // 1.6 core answers without a word
            return progress.state() == UpdateState.REQUESTED
                    ? progress.to(UpdateState.ACCEPTED, null, now())
                    : progress; // its steps were faster than its answer
        }
        JsonNode info = result.response() == null
                ? null
                : result.response().path("statusInfo").path("reasonCode");
        String more = info == null || !info.isTextual() ? "" : " (" + info.asText() + ")";
        return progress.to(UpdateState.REFUSED, "The station answered " + status + more, now());
    }

    private static String why(CommandResult result) {
        String code = result.errorCode();
        String text = result.text();
        return result.how().word() + (code == null ? "" : " (" + code + ")") + (text == null ? "" : ": " + text);
    }

    /** A station makes one update at a time; its answer may say so (AcceptedCanceled), 1.6 core cannot. */
    private void cancelOlder(Tx tx, FirmwareUpdate newer) {
        String why = "Update " + newer.id() + " stands in its place.";
        for (FirmwareUpdate older : SqlFirmwareUpdateStore.openBefore(tx, newer)) {
            change(tx, older, older.with(older.progress().to(UpdateState.CANCELLED, why, now())));
        }
    }

    @Override
    public Set<Job> jobs() {
        return Set.of(Job.FIRMWARE);
    }

    @Override
    public Optional<Long> orderOf(Tx tx, StationRef station, JobReport report) {
        Integer number = report.request();
        if (number != null) {
            return SqlFirmwareUpdateStore.byNumber(tx, station, number).map(FirmwareUpdate::id);
        }
        return SqlFirmwareUpdateStore.newest(tx, station, UNNUMBERED)
                .filter(update -> !update.state().isEnd() || !report.status().equals("Idle"))
                .map(FirmwareUpdate::id);
    }

    @Override
    public void stepped(Tx tx, StationRef station, long order, JobReport report) {
        SqlFirmwareUpdateStore.find(tx, station, order)
                .ifPresent(before -> change(tx, before, before.with(stepped(before.progress(), report))));
    }

    /**
     * What has failed may be tried again, and what was installed may prove not to run; nothing else leads back from the end. A
     * cancelled one tells how its end goes on.
     */
    static FirmwareUpdate.Progress stepped(FirmwareUpdate.Progress progress, JobReport report) {
        FirmwareUpdate.Progress said = progress.said(report.status(), report.receivedAt());
        UpdateState next = UpdateState.said(report.status()).orElse(progress.state());
        boolean stays =
                switch (progress.state()) {
                    case INSTALLED -> next != UpdateState.FAILED;
                    case CANCELLED -> true;
                    case REQUESTED, ACCEPTED, DOWNLOADING, DOWNLOADED, INSTALLING, FAILED, REFUSED ->
                        next == progress.state();
                };
        return stays ? said : said.to(next, next == UpdateState.FAILED ? report.status() : null, report.receivedAt());
    }

    /** With its end the link ends, but for a failure, which the station may try to mend. */
    void change(Tx tx, FirmwareUpdate before, FirmwareUpdate after) {
        store.update(tx, before, after);
        Long link = after.sent().link();
        boolean over = after.state() == UpdateState.INSTALLED || after.state() == UpdateState.CANCELLED;
        if (link != null && over && before.state() != after.state()) {
            links.end(tx, after.station(), link);
        }
    }

    @Override
    public Optional<String> holds(Tx tx, StoredFile file) {
        return SqlFirmwareUpdateStore.openOf(tx, file.tenant(), file.id())
                .map(update ->
                        "update " + update.id() + " of " + update.station().identity() + " is not over");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

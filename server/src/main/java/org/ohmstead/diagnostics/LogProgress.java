package org.ohmstead.diagnostics;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.files.FileArrivals;
import org.ohmstead.files.FileLink;
import org.ohmstead.files.StoredFile;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobOwner;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stations.StationRef;

/**
 * What requests for logs come to: by the station's answer, by the steps that it reports, and by the file that comes. These come
 * in any order, and some never (behaviour 9.2).
 */
@Singleton
public class LogProgress implements CommandListener, JobOwner, FileArrivals {
    private final SqlLogRequestStore store;
    private final Clock clock;

    @Inject
    public LogProgress(SqlLogRequestStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Set<String> actions() {
        return Set.of(LogWords.GET_LOG, LogWords.GET_DIAGNOSTICS);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        LogRequest request = of(tx, command).orElseGet(() -> byDoor(tx, command));
        store.update(
                tx,
                request,
                request.with(
                        new LogRequest.Sent(command.action(), request.sent().link(), command.id())));
    }

    /** Somebody has sent it by the door, to a place of their own. */
    private LogRequest byDoor(Tx tx, StoredCommand command) {
        JsonNode payload = command.payload();
        boolean log = command.action().equals(LogWords.GET_LOG);
        Instant now = now();
        return store.insert(
                tx,
                new LogRequest(
                        0,
                        command.station(),
                        log ? payload.path("requestId").asInt() : -(int) (command.id() % Integer.MAX_VALUE),
                        new LogRequest.Wanted(
                                log ? LogKind.ofOcpp(payload.path("logType").asText()) : LogKind.DIAGNOSTICS,
                                null,
                                null,
                                null,
                                null),
                        new LogRequest.Sent(command.action(), null, command.id()),
                        LogRequest.Progress.begun(now),
                        command.by().word(),
                        now));
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        of(tx, command).ifPresent(before -> {
            LogRequest answered = answered(before, result);
            LogRequest after = answered.with(
                    new LogRequest.Sent(command.action(), answered.sent().link(), command.id()));
            store.update(tx, before, after);
            if (after.state() == LogState.ACCEPTED || after.state() == LogState.UPLOADING) {
                cancelOlder(tx, after);
            }
        });
    }

    private Optional<LogRequest> of(Tx tx, StoredCommand command) {
        JsonNode payload = command.payload();
        JsonNode number = payload.path("requestId");
        String location = payload.path("location")
                .asText(payload.path("log").path("remoteLocation").asText());
        StationRef station = command.station();
        return SqlLogRequestStore.byCommand(tx, station, command.id())
                .or(() -> FileLink.idOf(location).flatMap(link -> SqlLogRequestStore.byLink(tx, station, link)))
                .or(() -> number.isInt() ? SqlLogRequestStore.byNumber(tx, station, number.asInt()) : Optional.empty());
    }

    private LogRequest answered(LogRequest request, CommandResult result) {
        return switch (result.how()) {
            case ANSWERED -> answered(request, result.response());
            // Whether it does it is not known; what it reports will tell.
            case TIMED_OUT, CONNECTION_LOST ->
                request.state() == LogState.REQUESTED
                        ? request.with(request.progress()
                                .to(
                                        LogState.REQUESTED,
                                        "The station has not answered: "
                                                + result.how().word(),
                                        now()))
                        : request;
            case REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED ->
                request.with(request.progress().to(LogState.REFUSED, why(result), now()));
        };
    }

    private static String why(CommandResult result) {
        String code = result.errorCode();
        String text = result.text();
        return result.how().word() + (code == null ? "" : " (" + code + ")") + (text == null ? "" : ": " + text);
    }

    private LogRequest answered(LogRequest request, @Nullable JsonNode response) {
        String status = response == null ? "" : response.path("status").asText();
        String name = response == null ? null : text(response, "fileName", "filename");
        boolean log = request.sent().action().equals(LogWords.GET_LOG);
        LogRequest.Progress progress = request.progress().named(name);
        if (log && !status.startsWith("Accepted")) {
            String info = response == null ? null : text(response.path("statusInfo"), "reasonCode", "additionalInfo");
            String why = "The station answered " + status + (info == null ? "" : " (" + info + ")");
            return request.with(progress.to(LogState.REFUSED, why, now()));
        }
        if (request.state() != LogState.REQUESTED) {
            return request.with(progress); // its steps were faster than its answer
        }
        // OCPP 1.6 §5.9: without a name there is nothing to upload.
        return request.with(progress.to(log || name != null ? LogState.ACCEPTED : LogState.NOTHING, null, now()));
    }

    private static @Nullable String text(JsonNode object, String name, String orElse) {
        JsonNode first = object.path(name);
        JsonNode found = first.isTextual() ? first : object.path(orElse);
        return found.isTextual() && !found.asText().isBlank() ? found.asText() : null;
    }

    /** A station makes one upload at a time; its answer may say so (AcceptedCanceled), 1.6 core cannot. */
    private void cancelOlder(Tx tx, LogRequest newer) {
        String why = "Request " + newer.id() + " stands in its place.";
        for (LogRequest older : SqlLogRequestStore.openBefore(tx, newer)) {
            store.update(tx, older, older.with(older.progress().to(LogState.CANCELLED, why, now())));
        }
    }

    @Override
    public Set<Job> jobs() {
        return Set.of(Job.DIAGNOSTICS, Job.LOG);
    }

    @Override
    public Optional<Long> orderOf(Tx tx, StationRef station, JobReport report) {
        Integer number = report.request();
        Optional<LogRequest> found = number != null
                ? SqlLogRequestStore.byNumber(tx, station, number)
                : SqlLogRequestStore.newest(
                        tx, station, report.job() == Job.LOG ? LogWords.GET_LOG : LogWords.GET_DIAGNOSTICS);
        return found.filter(request -> number != null || !request.state().isEnd() || !isIdle(report))
                .map(LogRequest::id);
    }

    private static boolean isIdle(JobReport report) {
        return report.status().equals("Idle");
    }

    @Override
    public void stepped(Tx tx, StationRef station, long order, JobReport report) {
        SqlLogRequestStore.find(tx, station, order).ifPresent(before -> {
            LogRequest.Progress said = before.progress().said(report.status(), report.receivedAt());
            store.update(tx, before, before.with(stepped(said, report)));
        });
    }

    private static LogRequest.Progress stepped(LogRequest.Progress progress, JobReport report) {
        Instant at = report.receivedAt();
        boolean hasFile = progress.file() != null;
        return switch (report.status()) {
            case "Uploading" -> hasFile ? progress : progress.to(LogState.UPLOADING, null, at);
            case "Uploaded" ->
                hasFile
                        ? progress
                        : progress.to(LogState.UPLOADED, "The station says so, but no file has come here.", at);
            case "UploadFailed", "UploadFailure", "BadMessage", "PermissionDenied", "NotSupportedOperation" ->
                hasFile ? progress : progress.to(LogState.FAILED, report.status(), at);
            case "AcceptedCanceled" ->
                hasFile ? progress : progress.to(LogState.CANCELLED, "The station has cancelled it.", at);
            default -> progress; // Idle, and words that nobody knows
        };
    }

    @Override
    public void arrived(Tx tx, FileLink link, StoredFile file) {
        SqlLogRequestStore.byLink(tx, link.station(), link.id())
                .ifPresent(before -> store.update(
                        tx,
                        before,
                        before.with(before.progress().with(file.id()).to(LogState.UPLOADED, null, file.uploadedAt()))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

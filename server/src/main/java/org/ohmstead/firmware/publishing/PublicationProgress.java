package org.ohmstead.firmware.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobOwner;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stations.StationRef;

/** What publications come to, by the controller's answers and by the steps that it reports. */
@Singleton
public class PublicationProgress implements CommandListener, JobOwner, RecurringJobs {
    private final SqlPublicationStore store;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public PublicationProgress(SqlPublicationStore store, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(
                Duration.ofHours(1),
                Duration.ofMinutes(6),
                "firmware-publication-retention",
                () -> store.pruneBefore(clock.instant().minus(settings.retention()))));
    }

    @Override
    public Set<String> actions() {
        return Set.of(Publications.PUBLISH, Publications.UNPUBLISH);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        if (command.action().equals(Publications.UNPUBLISH)) {
            unpublished(tx, command, result);
            return;
        }
        SqlPublicationStore.byNumber(
                        tx,
                        command.station(),
                        command.payload().path("requestId").asInt())
                .ifPresent(before -> store.update(
                        tx,
                        before,
                        before.with(answered(before.progress(), result)).with(command.id())));
    }

    private Publication.Progress answered(Publication.Progress progress, CommandResult result) {
        boolean begun = progress.state() != PublicationState.REQUESTED;
        String status = status(result);
        return switch (result.how()) {
            case ANSWERED -> {
                boolean accepted = status.equals("Accepted");
                yield accepted && begun
                        ? progress
                        : progress.to(
                                accepted ? PublicationState.ACCEPTED : PublicationState.REFUSED,
                                accepted ? null : "The controller answered " + status,
                                now());
            }
            // Whether it publishes it is not known; what it reports will tell.
            case TIMED_OUT, CONNECTION_LOST ->
                begun
                        ? progress
                        : progress.to(
                                PublicationState.REQUESTED,
                                "The controller has not answered: "
                                        + result.how().word(),
                                now());
            case REFUSED, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED ->
                progress.to(PublicationState.REFUSED, why(result), now());
        };
    }

    private static String why(CommandResult result) {
        String code = result.errorCode();
        String text = result.text();
        return result.how().word() + (code == null ? "" : " (" + code + ")") + (text == null ? "" : ": " + text);
    }

    private static String status(CommandResult result) {
        JsonNode response = result.response();
        return response == null ? "" : response.path("status").asText();
    }

    /** L04: gone, or never there. While a station loads it the controller goes on (DownloadOngoing). */
    private void unpublished(Tx tx, StoredCommand command, CommandResult result) {
        String status = status(result);
        if (result.how() == How.ANSWERED && (status.equals("Unpublished") || status.equals("NoFirmware"))) {
            String md5 = command.payload().path("checksum").asText();
            for (Publication each : SqlPublicationStore.published(tx, command.station(), md5)) {
                store.update(tx, each, each.with(each.progress().to(PublicationState.UNPUBLISHED, null, now())));
            }
        }
    }

    @Override
    public Set<Job> jobs() {
        return Set.of(Job.PUBLISH_FIRMWARE);
    }

    @Override
    public Optional<Long> orderOf(Tx tx, StationRef station, JobReport report) {
        Integer number = report.request();
        return number == null
                ? Optional.empty()
                : SqlPublicationStore.byNumber(tx, station, number).map(Publication::id);
    }

    @Override
    public void stepped(Tx tx, StationRef station, long order, JobReport report) {
        JsonNode detail = report.detail();
        JsonNode places = detail == null || !detail.path("location").isArray() ? null : detail.path("location");
        SqlPublicationStore.find(tx, station, order).ifPresent(before -> {
            Publication.Progress said = before.progress().said(report.status(), places, report.receivedAt());
            PublicationState next = PublicationState.said(report.status(), said.state());
            boolean stays = next == said.state() || said.state() == PublicationState.UNPUBLISHED;
            String why = next == PublicationState.FAILED ? report.status() : null;
            store.update(tx, before, before.with(stays ? said : said.to(next, why, report.receivedAt())));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.ohmstead.reports;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.reports.ReportRequest.Status;
import org.ohmstead.stations.StationRef;

/** What came of commands that are answered by a report in pages, by whatever way they were sent (behaviour 10.3). */
@Singleton
public class ReportRequests implements CommandListener {
    /** A station that makes a report sends its next page, or says that it will, within this. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int HIGHEST_NUMBER = 1_000_000_000;

    /** The message that brings the pages, by the command that asks for them. */
    private static final Map<String, String> PAGES = Map.of(
            "GetBaseReport", "NotifyReport",
            "GetReport", "NotifyReport",
            "GetMonitoringReport", "NotifyMonitoringReport",
            "CustomerInformation", "NotifyCustomerInformation",
            "GetDisplayMessages", "NotifyDisplayMessages",
            "GetChargingProfiles", "ReportChargingProfiles",
            "GetDERControl", "ReportDERControl");

    private static final Set<String> NOTHING_THERE = Set.of("EmptyResultSet", "NoProfiles", "Unknown", "NotFound");

    private final SqlReportRequestStore store;
    private final Clock clock;

    @Inject
    public ReportRequests(SqlReportRequestStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A requestId that no other request of a station has. */
    public static int newNumber() {
        return ThreadLocalRandom.current().nextInt(1, HIGHEST_NUMBER);
    }

    @Override
    public Set<String> actions() {
        return PAGES.keySet();
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        JsonNode number = command.payload().path("requestId");
        if (number.canConvertToInt()) {
            store.asked(
                    tx, command, String.valueOf(PAGES.get(command.action())), number.asInt(), wanted(command), now());
        }
    }

    private static @Nullable String wanted(StoredCommand command) {
        JsonNode base = command.payload().path("reportBase");
        return base.isTextual() ? base.asText() : null;
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        store.answered(
                tx, command, status(result), reason(result), result.endedAt().truncatedTo(ChronoUnit.MICROS));
    }

    private static Status status(CommandResult result) {
        return switch (result.how()) {
            case ANSWERED -> status(result.response());
            case REFUSED, NOT_SUPPORTED -> result.sent() ? Status.REFUSED : Status.NOT_SENT;
            case TIMED_OUT, CONNECTION_LOST -> Status.TIMED_OUT;
            case NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> Status.NOT_SENT;
        };
    }

    private static Status status(@Nullable JsonNode response) {
        String word = response == null ? "" : response.path("status").asText();
        return word.equals("Accepted") ? Status.ACCEPTED : NOTHING_THERE.contains(word) ? Status.EMPTY : Status.REFUSED;
    }

    private static @Nullable String reason(CommandResult result) {
        JsonNode response = result.response();
        if (result.how() != How.ANSWERED || response == null) {
            return result.text();
        }
        String word = response.path("status").asText();
        String code = response.at("/statusInfo/reasonCode").asText();
        return word.equals("Accepted") ? null : code.isEmpty() ? word : word + " (" + code + ")";
    }

    /** The newest first. */
    public Page<ReportRequest> page(Scope scope, StationRef station, Limit limit, @Nullable Cursor after) {
        Instant late = now().minus(PATIENCE);
        Page<ReportRequest> page =
                Page.of(store.before(scope, station, limit.rows() + 1, after), limit, each -> Cursor.at(each.id()));
        return page.map(each -> each.asOf(late));
    }

    /** @throws Refused not found */
    public ReportRequest get(Scope scope, StationRef station, long id) {
        return store.find(scope, station, id)
                .map(each -> each.asOf(now().minus(PATIENCE)))
                .orElseThrow(() -> Refused.notFound("There is no report request " + id + " of " + station.identity()
                        + ". GET /api/v1/stations/" + station.identity() + "/report-requests lists them."));
    }

    /** The one that a command made. */
    public Optional<ReportRequest> ofCommand(StationRef station, long command) {
        return store.ofCommand(station, command).map(each -> each.asOf(now().minus(PATIENCE)));
    }

    /** The request that a report answers; empty: nobody has asked, as far as is known. */
    public Optional<ReportRequest> of(StationRef station, Report report) {
        return store.asked(station, report);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.ohmstead.notices;

import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.monitoring.SqlStationEventStore;
import org.ohmstead.monitoring.StationEventRetention;
import org.ohmstead.monitoring.StationEvents;
import org.ohmstead.monitoring.alerts.AlertSettings;
import org.ohmstead.monitoring.alerts.Alerts;
import org.ohmstead.monitoring.alerts.SqlAlertStore;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.reports.ReportRetention;
import org.ohmstead.reports.Reports;
import org.ohmstead.reports.SqlReportStore;
import org.ohmstead.securityevents.SecurityEventRetention;
import org.ohmstead.securityevents.SecurityEvents;
import org.ohmstead.securityevents.SqlSecurityEventStore;
import org.ohmstead.stationjobs.JobStatusRetention;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stationjobs.SqlJobStatusStore;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;

/** The slices of what stations tell beside charging, by hand over a database of its own, with two stations; its clock stands. */
public final class NoticesFixture implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    public final Database database;
    public final GroupCommit commits;
    public final SecurityEvents security;
    public final StationEvents events;
    public final Alerts alerts;
    public final JobStatuses jobs;
    public final Reports reports;
    final Consumer<NoticeSettings> pruning;
    public final StationRef station;
    public final StationRef other;

    private Instant now = START;

    public NoticesFixture() {
        this(TestDatabases.sqlite());
    }

    public NoticesFixture(Database database) {
        this.database = database;
        commits = new GroupCommit(database);
        Outbox outbox = new Outbox(Clock.fixed(START, ZoneOffset.UTC));
        SqlSecurityEventStore securityRows = new SqlSecurityEventStore(database, commits, outbox);
        security = new SecurityEvents(securityRows);
        SqlStationEventStore eventRows = new SqlStationEventStore(database, commits, outbox);
        SqlJobStatusStore jobRows = new SqlJobStatusStore(database, commits, outbox, java.util.List::of);
        events = new StationEvents(eventRows);
        Clock fixed = Clock.fixed(START, ZoneOffset.UTC);
        alerts = new Alerts(
                new SqlAlertStore(database, commits), AlertSettings.defaults(), new AuditLog(fixed), outbox, fixed);
        jobs = new JobStatuses(jobRows);
        SqlReportStore reportRows = new SqlReportStore(database, commits);
        reports = new Reports(reportRows, outbox);
        pruning = kept -> {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            Stream.of(
                            new StationEventRetention(eventRows, kept, clock),
                            new JobStatusRetention(jobRows, kept, clock),
                            new ReportRetention(reportRows, kept, clock),
                            new SecurityEventRetention(securityRows, kept, clock))
                    .flatMap(each -> each.recurringJobs().stream())
                    .forEach(job -> job.work().run());
        };
        station = station(7, "CP-7");
        other = station(8, "CP-8");
    }

    private StationRef station(long id, String identity) {
        commits.write(Scope.everywhere(), id, tx -> tx.sql()
                .insertInto(STATION)
                .set(STATION.ID, id)
                .set(STATION.TENANT_ID, 1L)
                .set(STATION.IDENTITY, identity)
                .set(STATION.IDENTITY_KEY, identity.toLowerCase())
                .set(STATION.ADMISSION, "accepted")
                .set(STATION.REGISTRATION, "accepted")
                .set(STATION.IS_STRICT, false)
                .set(STATION.CREATED_AT, START)
                .set(STATION.UPDATED_AT, START)
                .execute());
        return new StationRef(1, id, identity);
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** A message that comes right now. */
    public Caller caller(OcppVersion version, Deviation... deviations) {
        return new Caller(station, version, 1, "m-1", now, ZoneOffset.UTC, List.of(deviations));
    }

    /** The payloads of the events of a kind, in their order. */
    public List<JsonNode> told(String kind) {
        return WaitingEvents.in(database).stream()
                .filter(event -> event.kind().equals(kind))
                .map(StoredEvent::payload)
                .toList();
    }

    public static JsonNode json(String text) {
        try {
            return Json.TREES.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}

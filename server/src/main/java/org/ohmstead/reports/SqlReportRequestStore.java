package org.ohmstead.reports;

import static org.ohmstead.db.schema.Tables.REPORT_REQUEST;
import static org.ohmstead.db.schema.Tables.STATION_REPORT;
import static org.ohmstead.db.schema.Tables.STATION_REPORT_PAGE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** The table of requests for reports. */
@Singleton
public class SqlReportRequestStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlReportRequestStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A command is about to leave, perhaps once more. */
    void asked(Tx tx, StoredCommand command, String pages, int number, @Nullable String wanted, Instant now) {
        StationRef station = command.station();
        tx.sql()
                .insertInto(REPORT_REQUEST)
                .set(REPORT_REQUEST.TENANT_ID, station.tenant())
                .set(REPORT_REQUEST.STATION_ID, station.id())
                .set(REPORT_REQUEST.COMMAND_ID, command.id())
                .set(REPORT_REQUEST.ACTION, command.action())
                .set(REPORT_REQUEST.REPORT_ACTION, pages)
                .set(REPORT_REQUEST.REQUEST_NUMBER, (long) number)
                .set(REPORT_REQUEST.WANTED, wanted)
                .set(REPORT_REQUEST.STATUS, ReportRequest.Status.REQUESTED.word())
                .set(REPORT_REQUEST.ACTOR, command.by().word())
                .set(REPORT_REQUEST.ASKED_AT, now)
                .onConflict(REPORT_REQUEST.TENANT_ID, REPORT_REQUEST.COMMAND_ID)
                .doUpdate()
                .set(REPORT_REQUEST.STATUS, ReportRequest.Status.REQUESTED.word())
                .set(REPORT_REQUEST.ASKED_AT, now)
                .execute();
    }

    /** Where it has not left there is nothing to change. */
    void answered(Tx tx, StoredCommand command, ReportRequest.Status status, @Nullable String reason, Instant at) {
        tx.sql()
                .update(REPORT_REQUEST)
                .set(REPORT_REQUEST.STATUS, status.word())
                .set(REPORT_REQUEST.REASON, reason)
                .set(REPORT_REQUEST.ANSWERED_AT, at)
                .where(REPORT_REQUEST.TENANT_ID.eq(command.station().tenant()))
                .and(REPORT_REQUEST.COMMAND_ID.eq(command.id()))
                .execute();
    }

    List<ReportRequest> before(Scope scope, StationRef station, int rows, @Nullable Cursor after) {
        Condition where = scope.of(REPORT_REQUEST.TENANT_ID, REPORT_REQUEST.STATION_ID)
                .and(REPORT_REQUEST.STATION_ID.eq(station.id()));
        return database.read(scope)
                .selectFrom(REPORT_REQUEST)
                .where(after == null ? where : where.and(REPORT_REQUEST.ID.lt(after.id())))
                .orderBy(REPORT_REQUEST.ID.desc())
                .limit(rows)
                .fetch()
                .map(row -> read(scope, station, row));
    }

    Optional<ReportRequest> find(Scope scope, StationRef station, long id) {
        return database.read(scope)
                .selectFrom(REPORT_REQUEST)
                .where(scope.of(REPORT_REQUEST.TENANT_ID, REPORT_REQUEST.STATION_ID))
                .and(REPORT_REQUEST.STATION_ID.eq(station.id()))
                .and(REPORT_REQUEST.ID.eq(id))
                .fetchOptional()
                .map(row -> read(scope, station, row));
    }

    Optional<ReportRequest> ofCommand(StationRef station, long command) {
        return database.read(station.scope())
                .selectFrom(REPORT_REQUEST)
                .where(REPORT_REQUEST.TENANT_ID.eq(station.tenant()))
                .and(REPORT_REQUEST.COMMAND_ID.eq(command))
                .fetchOptional()
                .map(row -> read(station.scope(), station, row));
    }

    /** The newest that was asked for under its number before its first page came. */
    Optional<ReportRequest> asked(StationRef station, Report report) {
        return database.read(station.scope())
                .selectFrom(REPORT_REQUEST)
                .where(REPORT_REQUEST.TENANT_ID.eq(station.tenant()))
                .and(REPORT_REQUEST.STATION_ID.eq(station.id()))
                .and(REPORT_REQUEST.REPORT_ACTION.eq(report.action()))
                .and(REPORT_REQUEST.REQUEST_NUMBER.eq((long) report.request()))
                .and(REPORT_REQUEST.ASKED_AT.le(report.openedAt()))
                .orderBy(REPORT_REQUEST.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> read(station.scope(), station, row));
    }

    private ReportRequest read(Scope scope, StationRef station, Record row) {
        int number = row.get(REPORT_REQUEST.REQUEST_NUMBER).intValue();
        Instant askedAt = row.get(REPORT_REQUEST.ASKED_AT);
        return new ReportRequest(
                row.get(REPORT_REQUEST.ID),
                station.identity(),
                row.get(REPORT_REQUEST.COMMAND_ID),
                row.get(REPORT_REQUEST.ACTION),
                row.get(REPORT_REQUEST.REPORT_ACTION),
                number,
                row.get(REPORT_REQUEST.WANTED),
                ReportRequest.Status.of(row.get(REPORT_REQUEST.STATUS)),
                row.get(REPORT_REQUEST.REASON),
                row.get(REPORT_REQUEST.ACTOR),
                askedAt,
                row.get(REPORT_REQUEST.ANSWERED_AT),
                pages(scope, station, row.get(REPORT_REQUEST.REPORT_ACTION), number, askedAt));
    }

    private ReportRequest.@Nullable Pages pages(
            Scope scope, StationRef station, String action, int number, Instant askedAt) {
        Field<Integer> count = DSL.count(STATION_REPORT_PAGE.PAGE);
        Field<Instant> last = DSL.max(STATION_REPORT_PAGE.RECEIVED_AT);
        return database.read(scope)
                .select(STATION_REPORT.ID, count, last, STATION_REPORT.COMPLETED_AT)
                .from(STATION_REPORT)
                .join(STATION_REPORT_PAGE)
                .on(STATION_REPORT_PAGE.REPORT_ID.eq(STATION_REPORT.ID))
                .where(STATION_REPORT.TENANT_ID.eq(station.tenant()))
                .and(STATION_REPORT.STATION_ID.eq(station.id()))
                .and(STATION_REPORT.ACTION.eq(action))
                .and(STATION_REPORT.REQUEST_NUMBER.eq((long) number))
                .and(STATION_REPORT.OPENED_AT.ge(askedAt))
                .groupBy(STATION_REPORT.ID, STATION_REPORT.COMPLETED_AT)
                .orderBy(STATION_REPORT.ID)
                .limit(1)
                .fetchOne(row -> new ReportRequest.Pages(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    void pruneBefore(Instant end) {
        new OldRows(REPORT_REQUEST, REPORT_REQUEST.ID, REPORT_REQUEST.ASKED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}

package org.ohmstead.monitoring.monitors;

import static org.ohmstead.db.schema.Tables.MONITOR_REPORT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.MonitorReportRecord;
import org.ohmstead.stations.StationRef;

/** The table of who was asked for monitors, and when. */
@Singleton
public class SqlMonitorReportStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlMonitorReportStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A station is asked. */
    void asked(Tx tx, StationRef station, long command, long request, boolean whole, Instant at) {
        tx.sql()
                .insertInto(MONITOR_REPORT)
                .set(MONITOR_REPORT.TENANT_ID, station.tenant())
                .set(MONITOR_REPORT.STATION_ID, station.id())
                .set(MONITOR_REPORT.COMMAND_ID, command)
                .set(MONITOR_REPORT.REQUEST_NUMBER, request)
                .set(MONITOR_REPORT.IS_WHOLE, whole)
                .set(MONITOR_REPORT.ASKED_AT, at)
                .onConflict(MONITOR_REPORT.TENANT_ID, MONITOR_REPORT.COMMAND_ID)
                .doNothing()
                .execute();
    }

    /** It has answered, or not. @return what it was asked; empty: it never was */
    Optional<MonitorReport> answered(Tx tx, StationRef station, long command, String outcome, @Nullable String status) {
        tx.sql()
                .update(MONITOR_REPORT)
                .set(MONITOR_REPORT.OUTCOME, outcome)
                .set(MONITOR_REPORT.STATUS, status)
                .where(of(station))
                .and(MONITOR_REPORT.COMMAND_ID.eq(command))
                .execute();
        return tx.sql()
                .selectFrom(MONITOR_REPORT)
                .where(of(station))
                .and(MONITOR_REPORT.COMMAND_ID.eq(command))
                .fetchOptional(SqlMonitorReportStore::read);
    }

    /** The last one that was asked under this number and is not complete. */
    Optional<MonitorReport> awaited(Tx tx, StationRef station, long request) {
        return tx.sql()
                .selectFrom(MONITOR_REPORT)
                .where(of(station))
                .and(MONITOR_REPORT.REQUEST_NUMBER.eq(request))
                .and(MONITOR_REPORT.COMPLETED_AT.isNull())
                .orderBy(MONITOR_REPORT.ID.desc())
                .limit(1)
                .fetchOptional(SqlMonitorReportStore::read);
    }

    void complete(Tx tx, long id, @Nullable Long report, Instant at) {
        tx.sql()
                .update(MONITOR_REPORT)
                .set(MONITOR_REPORT.COMPLETED_AT, at)
                .set(MONITOR_REPORT.REPORT_ID, report)
                .where(MONITOR_REPORT.ID.eq(id))
                .execute();
    }

    List<MonitorReport> before(StationRef station, int rows, @Nullable Cursor after) {
        return database.read(station.scope())
                .selectFrom(MONITOR_REPORT)
                .where(after == null ? of(station) : of(station).and(MONITOR_REPORT.ID.lt(after.id())))
                .orderBy(MONITOR_REPORT.ID.desc())
                .limit(rows)
                .fetch(SqlMonitorReportStore::read);
    }

    private static Condition of(StationRef station) {
        return MONITOR_REPORT.TENANT_ID.eq(station.tenant()).and(MONITOR_REPORT.STATION_ID.eq(station.id()));
    }

    private static MonitorReport read(MonitorReportRecord row) {
        return new MonitorReport(
                row.getId(),
                row.getCommandId(),
                row.getRequestNumber(),
                row.getIsWhole(),
                row.getOutcome(),
                row.getStatus(),
                row.getAskedAt(),
                row.getCompletedAt(),
                row.getReportId());
    }

    public void pruneBefore(Instant end) {
        new OldRows(MONITOR_REPORT, MONITOR_REPORT.ID, MONITOR_REPORT.ASKED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}

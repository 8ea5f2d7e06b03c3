package org.ohmstead.securityevents;

import static org.ohmstead.db.schema.Tables.SECURITY_EVENT;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.SecurityEventRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.notices.PartsDigest;
import org.ohmstead.notices.SqlArrivalOrder;
import org.ohmstead.stations.StationRef;

/** The table of security events. */
@Singleton
public class SqlSecurityEventStore {
    /** How long a row goes on counting. */
    static final Duration RUN = Duration.ofDays(1);
    /**
     * So many rows a station may begin within that time before further texts of a type are one row, and twice as many before
     * further types are.
     */
    static final int MOST = 200;

    private static final Field<Instant> LAST_RECEIVED_AT =
            DSL.coalesce(SECURITY_EVENT.LAST_RECEIVED_AT, SECURITY_EVENT.RECEIVED_AT);

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlSecurityEventStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    /** Counts the event, unless it has been counted, and tells of it where it is news. */
    void append(StationRef station, SecurityReport report) {
        commits.write(station.scope(), station.id(), tx -> {
            if (isRepetition(tx, station, report)) {
                return false;
            }
            SecurityReport kept = report;
            boolean counted = count(tx, station, kept);
            if (!counted && begun(tx, station, report, MOST)) {
                kept = report.withoutText();
                counted = count(tx, station, kept);
            }
            if (!counted && begun(tx, station, report, 2 * MOST)) {
                kept = report.withoutType();
                counted = count(tx, station, kept);
            }
            if (!counted && insert(tx, station, kept)) {
                outbox.append(tx, reported(station, report));
            }
            return true;
        });
    }

    private static boolean isRepetition(Tx tx, StationRef station, SecurityReport report) {
        return run(tx, station, report)
                .filter(row -> row.getStationAt().equals(report.stationAt())
                        || report.stationAt().equals(row.getLastStationAt()))
                .isPresent();
    }

    /** The row that was begun last. */
    private static Optional<SecurityEventRecord> run(Tx tx, StationRef station, SecurityReport report) {
        return tx.sql()
                .selectFrom(SECURITY_EVENT)
                .where(of(station))
                .and(SECURITY_EVENT.DIGEST.eq(PartsDigest.of(report.type(), report.techInfo())))
                .orderBy(SECURITY_EVENT.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** @return false: there is no row that it could be counted in */
    private static boolean count(Tx tx, StationRef station, SecurityReport report) {
        Optional<SecurityEventRecord> run = run(tx, station, report)
                .filter(row -> row.getReceivedAt().isAfter(report.receivedAt().minus(RUN)));
        run.ifPresent(row -> tx.sql()
                .update(SECURITY_EVENT)
                .set(SECURITY_EVENT.OCCURRED, SECURITY_EVENT.OCCURRED.plus(1))
                .set(SECURITY_EVENT.LAST_STATION_AT, report.stationAt())
                .set(SECURITY_EVENT.LAST_RECEIVED_AT, report.receivedAt())
                .where(SECURITY_EVENT.ID.eq(row.getId()))
                .execute());
        return run.isPresent();
    }

    /** Whether the station has begun so many rows within a run's time. */
    private static boolean begun(Tx tx, StationRef station, SecurityReport report, int rows) {
        return tx.sql()
                .select(SECURITY_EVENT.RECEIVED_AT)
                .from(SECURITY_EVENT)
                .where(of(station))
                .orderBy(SECURITY_EVENT.RECEIVED_AT.desc(), SECURITY_EVENT.ID.desc())
                .limit(1)
                .offset(rows - 1)
                .fetchOptional(SECURITY_EVENT.RECEIVED_AT)
                .filter(at -> at.isAfter(report.receivedAt().minus(RUN)))
                .isPresent();
    }

    private static boolean insert(Tx tx, StationRef station, SecurityReport report) {
        return tx.sql()
                        .insertInto(SECURITY_EVENT)
                        .set(SECURITY_EVENT.TENANT_ID, station.tenant())
                        .set(SECURITY_EVENT.STATION_ID, station.id())
                        .set(SECURITY_EVENT.TYPE, report.type())
                        .set(SECURITY_EVENT.STATION_AT, report.stationAt())
                        .set(SECURITY_EVENT.RECEIVED_AT, report.receivedAt())
                        .set(SECURITY_EVENT.TECH_INFO, report.techInfo())
                        .set(SECURITY_EVENT.DIGEST, PartsDigest.of(report.type(), report.techInfo()))
                        .set(SECURITY_EVENT.OCCURRED, 1L)
                        .onConflict(
                                SECURITY_EVENT.TENANT_ID,
                                SECURITY_EVENT.STATION_ID,
                                SECURITY_EVENT.STATION_AT,
                                SECURITY_EVENT.DIGEST)
                        .doNothing()
                        .execute()
                > 0;
    }

    private static SecurityReported reported(StationRef station, SecurityReport report) {
        return new SecurityReported(
                station.tenant(),
                station.id(),
                report.receivedAt(),
                station.identity(),
                report.type(),
                report.techInfo(),
                report.stationAt());
    }

    private static Condition of(StationRef station) {
        return SECURITY_EVENT.TENANT_ID.eq(station.tenant()).and(SECURITY_EVENT.STATION_ID.eq(station.id()));
    }

    /** @param station null: of all stations */
    List<SecurityEvent> before(
            Scope scope, @Nullable Long station, NoticeFilter filter, int rows, @Nullable Cursor after) {
        Condition where =
                scope.of(SECURITY_EVENT.TENANT_ID, SECURITY_EVENT.STATION_ID).and(within(filter));
        if (station != null) {
            where = where.and(SECURITY_EVENT.STATION_ID.eq(station));
        }
        if (filter.type() != null) {
            where = where.and(SECURITY_EVENT.TYPE.eq(filter.type()));
        }
        return database.read(scope)
                .select(SECURITY_EVENT.asterisk(), STATION.IDENTITY)
                .from(SECURITY_EVENT)
                .join(STATION)
                .on(STATION.ID.eq(SECURITY_EVENT.STATION_ID))
                .where(where.and(SqlArrivalOrder.behind(SECURITY_EVENT.RECEIVED_AT, SECURITY_EVENT.ID, after)))
                .orderBy(SECURITY_EVENT.RECEIVED_AT.desc(), SECURITY_EVENT.ID.desc())
                .limit(rows)
                .fetch(SqlSecurityEventStore::read);
    }

    /** Whose first came before the end and whose last after the beginning, which is a day after the first at most. */
    private static Condition within(NoticeFilter filter) {
        Instant from = filter.from();
        Condition began =
                SqlArrivalOrder.between(SECURITY_EVENT.RECEIVED_AT, from == null ? null : from.minus(RUN), filter.to());
        return from == null ? began : began.and(LAST_RECEIVED_AT.ge(from));
    }

    private static SecurityEvent read(Record row) {
        SecurityReport first = new SecurityReport(
                row.get(SECURITY_EVENT.TYPE),
                row.get(SECURITY_EVENT.STATION_AT),
                row.get(SECURITY_EVENT.TECH_INFO),
                row.get(SECURITY_EVENT.RECEIVED_AT));
        return new SecurityEvent(
                row.get(SECURITY_EVENT.ID),
                row.get(STATION.IDENTITY),
                first,
                row.get(SECURITY_EVENT.OCCURRED),
                Objects.requireNonNullElse(row.get(SECURITY_EVENT.LAST_STATION_AT), first.stationAt()),
                Objects.requireNonNullElse(row.get(SECURITY_EVENT.LAST_RECEIVED_AT), first.receivedAt()));
    }

    public void pruneBefore(Instant end) {
        new OldRows(SECURITY_EVENT, SECURITY_EVENT.ID, LAST_RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}

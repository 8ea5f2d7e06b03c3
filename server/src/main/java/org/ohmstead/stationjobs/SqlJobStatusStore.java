package org.ohmstead.stationjobs;

import static org.ohmstead.db.schema.Tables.STATION_JOB_STATUS;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.StationJobStatusRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The table of jobs' steps. */
@Singleton
public class SqlJobStatusStore {
    /** So many steps of a station stay, the newest. */
    static final int MOST = 2_000;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;
    private final Supplier<? extends Iterable<JobOwner>> owners;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlJobStatusStore(Database database, GroupCommit commits, Outbox outbox, @Any Instance<JobOwner> owners) {
        this(database, commits, outbox, () -> owners);
    }

    /** For those who have no container. */
    public SqlJobStatusStore(
            Database database, GroupCommit commits, Outbox outbox, Supplier<? extends Iterable<JobOwner>> owners) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
        this.owners = owners;
    }

    /** Stores the step and tells of it, unless the last one of the job and request is the same. */
    void append(StationRef station, JobReport report) {
        commits.write(station.scope(), station.id(), tx -> {
            String detail = report.detail() == null ? null : report.detail().toString();
            Ordered ordered = ordered(tx, station, report);
            StationJobStatusRecord last = last(tx, station, report, ordered);
            if (last != null
                    && last.getStatus().equals(report.status())
                    && Objects.equals(last.getDetailJson(), detail)) {
                return false;
            }
            tx.sql()
                    .insertInto(STATION_JOB_STATUS)
                    .set(STATION_JOB_STATUS.TENANT_ID, station.tenant())
                    .set(STATION_JOB_STATUS.STATION_ID, station.id())
                    .set(STATION_JOB_STATUS.JOB, report.job().word())
                    .set(STATION_JOB_STATUS.REQUEST_NUMBER, number(report.request()))
                    .set(STATION_JOB_STATUS.STATUS, report.status())
                    .set(STATION_JOB_STATUS.DETAIL_JSON, detail)
                    .set(STATION_JOB_STATUS.RECEIVED_AT, report.receivedAt())
                    .set(STATION_JOB_STATUS.TASK_ID, ordered == null ? null : ordered.order())
                    .execute();
            outbox.append(tx, changed(station, report));
            if (ordered != null) {
                ordered.owner().stepped(tx, station, ordered.order(), report);
            }
            return true;
        });
        growth.add(station, 1);
    }

    /** Who has ordered a job. */
    private record Ordered(JobOwner owner, long order) {}

    private @Nullable Ordered ordered(Tx tx, StationRef station, JobReport report) {
        for (JobOwner owner : owners.get()) {
            Optional<Long> order =
                    owner.jobs().contains(report.job()) ? owner.orderOf(tx, station, report) : Optional.empty();
            if (order.isPresent()) {
                return new Ordered(owner, order.get());
            }
        }
        return null;
    }

    private static @Nullable StationJobStatusRecord last(
            Tx tx, StationRef station, JobReport report, @Nullable Ordered ordered) {
        Condition sameRequest = report.request() == null
                ? STATION_JOB_STATUS.REQUEST_NUMBER.isNull()
                : STATION_JOB_STATUS.REQUEST_NUMBER.eq(number(report.request()));
        return tx.sql()
                .selectFrom(STATION_JOB_STATUS)
                .where(of(station)
                        .and(STATION_JOB_STATUS.JOB.eq(report.job().word()))
                        .and(sameRequest)
                        .and(
                                ordered == null
                                        ? STATION_JOB_STATUS.TASK_ID.isNull()
                                        : STATION_JOB_STATUS.TASK_ID.eq(ordered.order())))
                .orderBy(STATION_JOB_STATUS.ID.desc())
                .limit(1)
                .fetchOne();
    }

    private static StationJobChanged changed(StationRef station, JobReport report) {
        return new StationJobChanged(
                station.tenant(),
                station.id(),
                report.receivedAt(),
                station.identity(),
                report.job().word(),
                report.request(),
                report.status(),
                report.detail());
    }

    List<JobStatus> before(StationRef station, int rows, @Nullable Cursor after) {
        Condition where = of(station);
        return database.read(station.scope())
                .selectFrom(STATION_JOB_STATUS)
                .where(after == null ? where : where.and(STATION_JOB_STATUS.ID.lt(after.id())))
                .orderBy(STATION_JOB_STATUS.ID.desc())
                .limit(rows)
                .fetch(row -> new JobStatus(row.getId(), station.identity(), report(row)));
    }

    /** Of one order, in the order of their arrival. */
    List<JobStatus> ofOrder(StationRef station, Collection<Job> jobs, long order) {
        return database.read(station.scope())
                .selectFrom(STATION_JOB_STATUS)
                .where(of(station)
                        .and(STATION_JOB_STATUS.JOB.in(
                                jobs.stream().map(Job::word).toList()))
                        .and(STATION_JOB_STATUS.TASK_ID.eq(order)))
                .orderBy(STATION_JOB_STATUS.ID)
                .fetch(row -> new JobStatus(row.getId(), station.identity(), report(row)));
    }

    private static Condition of(StationRef station) {
        return STATION_JOB_STATUS.TENANT_ID.eq(station.tenant()).and(STATION_JOB_STATUS.STATION_ID.eq(station.id()));
    }

    private static JobReport report(StationJobStatusRecord row) {
        Long request = row.getRequestNumber();
        String detail = row.getDetailJson();
        return new JobReport(
                Job.of(row.getJob()),
                request == null ? null : request.intValue(),
                row.getStatus(),
                detail == null ? null : StoredJson.read(detail),
                row.getReceivedAt());
    }

    private static @Nullable Long number(@Nullable Integer request) {
        return request == null ? null : request.longValue();
    }

    public void pruneBefore(Instant end) {
        new OldRows(STATION_JOB_STATUS, STATION_JOB_STATUS.ID, STATION_JOB_STATUS.RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that report without end the newest 2,000 stay. */
    public void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(STATION_JOB_STATUS)
                                        .where(STATION_JOB_STATUS.ID.in(DSL.select(STATION_JOB_STATUS.ID)
                                                .from(STATION_JOB_STATUS)
                                                .where(STATION_JOB_STATUS.TENANT_ID.eq(station.tenant()))
                                                .and(STATION_JOB_STATUS.STATION_ID.eq(station.id()))
                                                .orderBy(STATION_JOB_STATUS.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}

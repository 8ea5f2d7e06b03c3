package org.ohmstead.reports;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_REPORT;
import static org.ohmstead.db.schema.Tables.STATION_REPORT_PAGE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.Growth;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The tables of reports and their pages. */
@Singleton
public class SqlReportStore {
    private static final Field<Integer> PAGES = DSL.field(DSL.selectCount()
                    .from(STATION_REPORT_PAGE)
                    .where(STATION_REPORT_PAGE.TENANT_ID.eq(STATION_REPORT.TENANT_ID))
                    .and(STATION_REPORT_PAGE.REPORT_ID.eq(STATION_REPORT.ID)))
            .as("pages");

    /** A report may have hundreds of pages, which go with it. */
    private static final int PRUNED_AT_ONCE = 10;

    /** So many reports of a station stay, the newest. */
    public static final int MOST = 100;

    private final Database database;
    private final GroupCommit commits;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlReportStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /**
     * A report that has begun.
     *
     * @param heardAt when its latest page came
     * @param highest the highest number of its pages
     * @param pages   how many have come
     */
    record Standing(long id, boolean completed, Instant heardAt, int highest, int pages) {}

    /** A page that has come. */
    record Came(boolean last, @Nullable Instant generatedAt, Instant receivedAt, String items) {}

    /**
     * @param pages  how many have come
     * @param end    the number of the last one; null: it has not come
     * @param before how many have come from 0 up to that
     */
    record Progress(int pages, @Nullable Integer end, int before) {
        boolean isComplete() {
            return end != null && before == end + 1;
        }
    }

    /** What one page brought. */
    record Items(int number, JsonNode list) {}

    /** Runs a unit of work of this station. */
    <T> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** The report that was last begun under this number; null: none ever was. */
    @Nullable
    Standing newest(Tx tx, StationRef station, String action, int request) {
        Long id = tx.sql()
                .select(STATION_REPORT.ID)
                .from(STATION_REPORT)
                .where(of(station))
                .and(STATION_REPORT.ACTION.eq(action))
                .and(STATION_REPORT.REQUEST_NUMBER.eq((long) request))
                .orderBy(STATION_REPORT.ID.desc())
                .limit(1)
                .fetchOne(STATION_REPORT.ID);
        if (id == null) {
            return null;
        }
        Field<Instant> heardAt = DSL.max(STATION_REPORT_PAGE.RECEIVED_AT);
        Field<Integer> highest = DSL.max(STATION_REPORT_PAGE.PAGE);
        Field<Integer> pages = DSL.count();
        return tx.sql()
                .select(STATION_REPORT.COMPLETED_AT, heardAt, highest, pages)
                .from(STATION_REPORT)
                .join(STATION_REPORT_PAGE)
                .on(STATION_REPORT_PAGE.REPORT_ID.eq(STATION_REPORT.ID))
                .where(STATION_REPORT.ID.eq(id))
                .groupBy(STATION_REPORT.ID, STATION_REPORT.COMPLETED_AT)
                .fetchOne(row -> new Standing(
                        id,
                        row.get(STATION_REPORT.COMPLETED_AT) != null,
                        row.get(heardAt),
                        row.get(highest),
                        row.get(pages)));
    }

    /** The page of this number; null: it has not come. */
    @Nullable
    Came page(Tx tx, long report, int number) {
        return tx.sql()
                .selectFrom(STATION_REPORT_PAGE)
                .where(STATION_REPORT_PAGE.REPORT_ID.eq(report))
                .and(STATION_REPORT_PAGE.PAGE.eq(number))
                .fetchOne(row ->
                        new Came(row.getIsLast(), row.getGeneratedAt(), row.getReceivedAt(), row.getItemsJson()));
    }

    /** Begins a report. @return its id */
    long open(Tx tx, StationRef station, ReportPage page) {
        Record row = tx.sql()
                .insertInto(STATION_REPORT)
                .set(STATION_REPORT.TENANT_ID, station.tenant())
                .set(STATION_REPORT.STATION_ID, station.id())
                .set(STATION_REPORT.ACTION, page.action())
                .set(STATION_REPORT.REQUEST_NUMBER, (long) page.request())
                .set(STATION_REPORT.OPENED_AT, page.receivedAt())
                .returning(STATION_REPORT.ID)
                .fetchOne();
        growth.add(station, 1);
        return Objects.requireNonNull(row).get(STATION_REPORT.ID);
    }

    void insert(Tx tx, StationRef station, long report, int number, ReportPage page) {
        tx.sql()
                .insertInto(STATION_REPORT_PAGE)
                .set(STATION_REPORT_PAGE.TENANT_ID, station.tenant())
                .set(STATION_REPORT_PAGE.REPORT_ID, report)
                .set(STATION_REPORT_PAGE.PAGE, number)
                .set(STATION_REPORT_PAGE.IS_LAST, page.last())
                .set(STATION_REPORT_PAGE.ITEMS_JSON, page.items().toString())
                .set(STATION_REPORT_PAGE.GENERATED_AT, page.generatedAt())
                .set(STATION_REPORT_PAGE.RECEIVED_AT, page.receivedAt())
                .execute();
    }

    Progress progress(Tx tx, long report) {
        Condition here = STATION_REPORT_PAGE.REPORT_ID.eq(report);
        Integer end = tx.sql()
                .select(DSL.max(STATION_REPORT_PAGE.PAGE))
                .from(STATION_REPORT_PAGE)
                .where(here.and(STATION_REPORT_PAGE.IS_LAST.isTrue()))
                .fetchOne(0, Integer.class);
        int before = end == null
                ? 0
                : tx.sql().fetchCount(STATION_REPORT_PAGE, here.and(STATION_REPORT_PAGE.PAGE.between(0, end)));
        return new Progress(tx.sql().fetchCount(STATION_REPORT_PAGE, here), end, before);
    }

    void complete(Tx tx, long report, Instant at) {
        tx.sql()
                .update(STATION_REPORT)
                .set(STATION_REPORT.COMPLETED_AT, at)
                .where(STATION_REPORT.ID.eq(report))
                .execute();
    }

    List<Report> before(StationRef station, int rows, @Nullable Cursor after) {
        Condition where = of(station);
        return database.read(station.scope())
                .select(STATION_REPORT.asterisk(), PAGES)
                .from(STATION_REPORT)
                .where(after == null ? where : where.and(STATION_REPORT.ID.lt(after.id())))
                .orderBy(STATION_REPORT.ID.desc())
                .limit(rows)
                .fetch(row -> report(row, station.identity()));
    }

    Optional<Report> get(Scope scope, long id) {
        return database.read(scope)
                .select(STATION_REPORT.asterisk(), STATION.IDENTITY, PAGES)
                .from(STATION_REPORT)
                .join(STATION)
                .on(STATION.ID.eq(STATION_REPORT.STATION_ID))
                .where(scope.of(STATION_REPORT.TENANT_ID, STATION_REPORT.STATION_ID))
                .and(STATION_REPORT.ID.eq(id))
                .fetchOptional(row -> report(row, row.get(STATION.IDENTITY)));
    }

    /** Of a report that was found. In the order of the pages, which is the order of their numbers. */
    List<Items> items(Scope scope, long report, int rows, @Nullable Cursor after) {
        Condition where = scope.of(STATION_REPORT_PAGE.TENANT_ID).and(STATION_REPORT_PAGE.REPORT_ID.eq(report));
        return database.read(scope)
                .select(STATION_REPORT_PAGE.PAGE, STATION_REPORT_PAGE.ITEMS_JSON)
                .from(STATION_REPORT_PAGE)
                .where(after == null ? where : where.and(STATION_REPORT_PAGE.PAGE.gt((int) after.id())))
                .orderBy(STATION_REPORT_PAGE.PAGE)
                .limit(rows)
                .fetch(row -> new Items(row.value1(), StoredJson.read(row.value2())));
    }

    /** The numbers of the pages that have come. */
    SortedSet<Integer> numbers(Scope scope, long report) {
        return new TreeSet<>(database.read(scope)
                .select(STATION_REPORT_PAGE.PAGE)
                .from(STATION_REPORT_PAGE)
                .where(scope.of(STATION_REPORT_PAGE.TENANT_ID).and(STATION_REPORT_PAGE.REPORT_ID.eq(report)))
                .fetch(STATION_REPORT_PAGE.PAGE));
    }

    private static Report report(Record row, String identity) {
        return new Report(
                row.get(STATION_REPORT.ID),
                identity,
                row.get(STATION_REPORT.ACTION),
                row.get(STATION_REPORT.REQUEST_NUMBER).intValue(),
                row.get(STATION_REPORT.OPENED_AT),
                row.get(STATION_REPORT.COMPLETED_AT),
                row.get(PAGES));
    }

    private static Condition of(StationRef station) {
        return STATION_REPORT.TENANT_ID.eq(station.tenant()).and(STATION_REPORT.STATION_ID.eq(station.id()));
    }

    /** With their pages. */
    public void pruneBefore(Instant end) {
        new OldRows(STATION_REPORT, STATION_REPORT.ID, STATION_REPORT.OPENED_AT, PRUNED_AT_ONCE)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that report without end the newest 100 stay. */
    public void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(STATION_REPORT)
                                        .where(STATION_REPORT.ID.in(DSL.select(STATION_REPORT.ID)
                                                .from(STATION_REPORT)
                                                .where(STATION_REPORT.TENANT_ID.eq(station.tenant()))
                                                .and(STATION_REPORT.STATION_ID.eq(station.id()))
                                                .orderBy(STATION_REPORT.ID.desc())
                                                .limit(PRUNED_AT_ONCE)
                                                .offset(MOST)))
                                        .execute())
                                == PRUNED_AT_ONCE));
    }
}

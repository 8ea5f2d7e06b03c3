package org.ohmstead.customers;

import static org.ohmstead.db.schema.Tables.CUSTOMER_INFORMATION;
import static org.ohmstead.db.schema.Tables.CUSTOMER_INFORMATION_PAGE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.CustomerInformationRecord;
import org.ohmstead.stations.StationRef;

/** The tables of what stations were asked about customers, and of what they told. */
@Singleton
public class SqlCustomerStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlCustomerStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    <T> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** @return its id; of one that its command has made already, that */
    long open(Tx tx, StationRef station, CustomerInformation asked) {
        Record row = tx.sql()
                .insertInto(CUSTOMER_INFORMATION)
                .set(CUSTOMER_INFORMATION.TENANT_ID, station.tenant())
                .set(CUSTOMER_INFORMATION.STATION_ID, station.id())
                .set(CUSTOMER_INFORMATION.COMMAND_ID, asked.command())
                .set(CUSTOMER_INFORMATION.REQUEST_NUMBER, asked.requestId())
                .set(CUSTOMER_INFORMATION.SUBJECT, asked.subject())
                .set(CUSTOMER_INFORMATION.TOKEN, asked.token())
                .set(CUSTOMER_INFORMATION.IS_REPORT, asked.report())
                .set(CUSTOMER_INFORMATION.IS_CLEAR, asked.clear())
                .set(CUSTOMER_INFORMATION.ACTOR, asked.actor())
                .set(CUSTOMER_INFORMATION.ASKED_AT, asked.askedAt())
                .returning(CUSTOMER_INFORMATION.ID)
                .fetchOne();
        return Objects.requireNonNull(row).get(CUSTOMER_INFORMATION.ID);
    }

    Optional<CustomerInformation> ofCommand(Tx tx, StationRef station, long command) {
        return tx.sql()
                .selectFrom(CUSTOMER_INFORMATION)
                .where(of(station))
                .and(CUSTOMER_INFORMATION.COMMAND_ID.eq(command))
                .fetchOptional(SqlCustomerStore::read);
    }

    void answered(Tx tx, long id, String outcome, @Nullable String status) {
        tx.sql()
                .update(CUSTOMER_INFORMATION)
                .set(CUSTOMER_INFORMATION.OUTCOME, outcome)
                .set(CUSTOMER_INFORMATION.STATUS, status)
                .where(CUSTOMER_INFORMATION.ID.eq(id))
                .execute();
    }

    /** The last one that was asked under this number. */
    Optional<CustomerInformation> ofRequest(Tx tx, StationRef station, long request) {
        return tx.sql()
                .selectFrom(CUSTOMER_INFORMATION)
                .where(of(station))
                .and(CUSTOMER_INFORMATION.REQUEST_NUMBER.eq(request))
                .orderBy(CUSTOMER_INFORMATION.ID.desc())
                .limit(1)
                .fetchOptional(SqlCustomerStore::read);
    }

    /** A page that has come already stays as it is. */
    void page(Tx tx, StationRef station, long id, CustomerReports.Part part) {
        tx.sql()
                .insertInto(CUSTOMER_INFORMATION_PAGE)
                .set(CUSTOMER_INFORMATION_PAGE.TENANT_ID, station.tenant())
                .set(CUSTOMER_INFORMATION_PAGE.REQUEST_ID, id)
                .set(CUSTOMER_INFORMATION_PAGE.PAGE, part.number())
                .set(CUSTOMER_INFORMATION_PAGE.IS_LAST, part.last())
                .set(CUSTOMER_INFORMATION_PAGE.DATA, part.data())
                .set(CUSTOMER_INFORMATION_PAGE.CAME_AT, part.receivedAt())
                .onConflict(
                        CUSTOMER_INFORMATION_PAGE.REQUEST_ID,
                        CUSTOMER_INFORMATION_PAGE.TENANT_ID,
                        CUSTOMER_INFORMATION_PAGE.PAGE)
                .doNothing()
                .execute();
    }

    /** By their numbers, in order. @param station whose it is */
    SortedMap<Integer, CustomerReports.Part> pages(Tx tx, StationRef station, long id) {
        SortedMap<Integer, CustomerReports.Part> pages = new TreeMap<>();
        tx.sql()
                .selectFrom(CUSTOMER_INFORMATION_PAGE)
                .where(pagesOf(station, id))
                .forEach(row -> pages.put(
                        row.getPage(),
                        new CustomerReports.Part(row.getPage(), row.getIsLast(), row.getData(), row.getCameAt())));
        return pages;
    }

    /** The same of one that was found. */
    SortedMap<Integer, CustomerReports.Part> pages(StationRef station, long id) {
        SortedMap<Integer, CustomerReports.Part> pages = new TreeMap<>();
        database.read(station.scope())
                .selectFrom(CUSTOMER_INFORMATION_PAGE)
                .where(pagesOf(station, id))
                .forEach(row -> pages.put(
                        row.getPage(),
                        new CustomerReports.Part(row.getPage(), row.getIsLast(), row.getData(), row.getCameAt())));
        return pages;
    }

    private static Condition pagesOf(StationRef station, long id) {
        return CUSTOMER_INFORMATION_PAGE
                .TENANT_ID
                .eq(station.tenant())
                .and(CUSTOMER_INFORMATION_PAGE.REQUEST_ID.eq(id));
    }

    void complete(Tx tx, long id, Instant at) {
        tx.sql()
                .update(CUSTOMER_INFORMATION)
                .set(CUSTOMER_INFORMATION.COMPLETED_AT, at)
                .where(CUSTOMER_INFORMATION.ID.eq(id))
                .execute();
    }

    List<CustomerInformation> before(StationRef station, int rows, @Nullable Cursor after) {
        Condition where = of(station);
        return database.read(station.scope())
                .selectFrom(CUSTOMER_INFORMATION)
                .where(after == null ? where : where.and(CUSTOMER_INFORMATION.ID.lt(after.id())))
                .orderBy(CUSTOMER_INFORMATION.ID.desc())
                .limit(rows)
                .fetch(SqlCustomerStore::read);
    }

    Optional<CustomerInformation> find(StationRef station, long id) {
        return database.read(station.scope())
                .selectFrom(CUSTOMER_INFORMATION)
                .where(of(station))
                .and(CUSTOMER_INFORMATION.ID.eq(id))
                .fetchOptional(SqlCustomerStore::read);
    }

    /** With its pages. @return false: it was gone */
    boolean remove(Tx tx, StationRef station, long id) {
        return tx.sql()
                        .deleteFrom(CUSTOMER_INFORMATION)
                        .where(of(station))
                        .and(CUSTOMER_INFORMATION.ID.eq(id))
                        .execute()
                > 0;
    }

    private static Condition of(StationRef station) {
        return CUSTOMER_INFORMATION
                .TENANT_ID
                .eq(station.tenant())
                .and(CUSTOMER_INFORMATION.STATION_ID.eq(station.id()));
    }

    private static CustomerInformation read(CustomerInformationRecord row) {
        return new CustomerInformation(
                row.getId(),
                row.getCommandId(),
                row.getRequestNumber(),
                row.getSubject(),
                row.getToken(),
                row.getIsReport(),
                row.getIsClear(),
                row.getActor(),
                row.getOutcome(),
                row.getStatus(),
                row.getAskedAt(),
                row.getCompletedAt());
    }

    /** With their pages. */
    public void pruneBefore(Instant end) {
        new OldRows(CUSTOMER_INFORMATION, CUSTOMER_INFORMATION.ID, CUSTOMER_INFORMATION.ASKED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }
}

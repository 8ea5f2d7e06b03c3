package org.ohmstead.iso15118.requests;

import static org.ohmstead.db.schema.Tables.CERTIFICATE_REQUEST;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
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
import org.ohmstead.stations.StationRef;

/** The rows of what stations have asked. */
@Singleton
public class SqlCertificateRequestStore {
    /** So many of a station stay, the newest. */
    static final int MOST = 5_000;

    private final Database database;
    private final GroupCommit commits;
    private final Growth<StationRef> growth = new Growth<>(MOST / 10);

    @Inject
    public SqlCertificateRequestStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** Which ones a list shows; null: whatever. @param station its id */
    record Filter(
            @Nullable Long station,
            @Nullable String action,
            @Nullable String outcome,
            @Nullable Instant from,
            @Nullable Instant to) {}

    void add(StationRef station, CertificateRequest request) {
        commits.write(station.scope(), station.id(), tx -> tx.sql()
                .insertInto(CERTIFICATE_REQUEST)
                .set(CERTIFICATE_REQUEST.TENANT_ID, station.tenant())
                .set(CERTIFICATE_REQUEST.STATION_ID, station.id())
                .set(CERTIFICATE_REQUEST.ACTION, request.action())
                .set(CERTIFICATE_REQUEST.SUBJECT, request.subject())
                .set(CERTIFICATE_REQUEST.OUTCOME, request.outcome())
                .set(CERTIFICATE_REQUEST.REASON, request.reason())
                .set(CERTIFICATE_REQUEST.SOURCE, request.source())
                .set(CERTIFICATE_REQUEST.DURATION_MS, request.took().toMillis())
                .set(CERTIFICATE_REQUEST.ANSWER_SIZE, request.size())
                .set(CERTIFICATE_REQUEST.RECEIVED_AT, request.at())
                .execute());
        growth.add(station, 1);
    }

    /** The newest first. */
    List<CertificateRequest> before(Scope scope, Filter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(CERTIFICATE_REQUEST.TENANT_ID, CERTIFICATE_REQUEST.STATION_ID)
                .and(condition(filter));
        return database.read(scope)
                .select(CERTIFICATE_REQUEST.asterisk(), STATION.IDENTITY)
                .from(CERTIFICATE_REQUEST)
                .join(STATION)
                .on(STATION.ID.eq(CERTIFICATE_REQUEST.STATION_ID))
                .where(after == null ? where : where.and(CERTIFICATE_REQUEST.ID.lt(after.id())))
                .orderBy(CERTIFICATE_REQUEST.ID.desc())
                .limit(rows)
                .fetch(SqlCertificateRequestStore::read);
    }

    private static Condition condition(Filter filter) {
        Condition all = DSL.noCondition();
        all = filter.station() == null ? all : all.and(CERTIFICATE_REQUEST.STATION_ID.eq(filter.station()));
        all = filter.action() == null ? all : all.and(CERTIFICATE_REQUEST.ACTION.eq(filter.action()));
        all = filter.outcome() == null ? all : all.and(CERTIFICATE_REQUEST.OUTCOME.equalIgnoreCase(filter.outcome()));
        all = filter.from() == null ? all : all.and(CERTIFICATE_REQUEST.RECEIVED_AT.ge(filter.from()));
        return filter.to() == null ? all : all.and(CERTIFICATE_REQUEST.RECEIVED_AT.lt(filter.to()));
    }

    private static CertificateRequest read(Record row) {
        return new CertificateRequest(
                row.get(CERTIFICATE_REQUEST.ID),
                row.get(STATION.IDENTITY),
                row.get(CERTIFICATE_REQUEST.ACTION),
                row.get(CERTIFICATE_REQUEST.SUBJECT),
                row.get(CERTIFICATE_REQUEST.OUTCOME),
                row.get(CERTIFICATE_REQUEST.REASON),
                row.get(CERTIFICATE_REQUEST.SOURCE),
                Duration.ofMillis(row.get(CERTIFICATE_REQUEST.DURATION_MS)),
                row.get(CERTIFICATE_REQUEST.ANSWER_SIZE),
                row.get(CERTIFICATE_REQUEST.RECEIVED_AT));
    }

    void pruneBefore(Instant end) {
        new OldRows(CERTIFICATE_REQUEST, CERTIFICATE_REQUEST.ID, CERTIFICATE_REQUEST.RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    /** Of stations that ask without end the newest stay. */
    void pruneBeyondMost() {
        growth.take()
                .forEach(station ->
                        SmallSteps.run(() -> commits.write(station.scope(), GroupCommit.UPKEEP, tx -> tx.sql()
                                        .deleteFrom(CERTIFICATE_REQUEST)
                                        .where(CERTIFICATE_REQUEST.ID.in(DSL.select(CERTIFICATE_REQUEST.ID)
                                                .from(CERTIFICATE_REQUEST)
                                                .where(CERTIFICATE_REQUEST.TENANT_ID.eq(station.tenant()))
                                                .and(CERTIFICATE_REQUEST.STATION_ID.eq(station.id()))
                                                .orderBy(CERTIFICATE_REQUEST.ID.desc())
                                                .limit(SmallSteps.ROWS)
                                                .offset(MOST)))
                                        .execute())
                                == SmallSteps.ROWS));
    }
}

package org.ohmstead.authority.requests;

import static org.ohmstead.db.schema.Tables.SIGNING_REQUEST;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.requests.SigningRequest.Asked;
import org.ohmstead.authority.requests.SigningRequest.Progress;
import org.ohmstead.authority.requests.SigningRequest.State;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.SigningRequestRecord;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The table of what stations ask to be signed. */
@Singleton
public class SqlSigningRequestStore {
    /** Of a station; beyond it those that came to nothing go, the oldest first. */
    static final int MOST = 100;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlSigningRequestStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    void tell(Tx tx, Event event) {
        outbox.append(tx, event);
    }

    /** The newest first. */
    List<SigningRequest> before(StationRef station, @Nullable Long before, int rows) {
        return database.read(station.scope())
                .selectFrom(SIGNING_REQUEST)
                .where(of(station))
                .and(before == null ? DSL.noCondition() : SIGNING_REQUEST.ID.lt(before))
                .orderBy(SIGNING_REQUEST.ID.desc())
                .limit(rows)
                .fetch(row -> read(station, row));
    }

    Optional<SigningRequest> find(StationRef station, long id) {
        return database.read(station.scope())
                .selectFrom(SIGNING_REQUEST)
                .where(of(station).and(SIGNING_REQUEST.ID.eq(id)))
                .fetchOptional(row -> read(station, row));
    }

    Optional<SigningRequest> get(Tx tx, StationRef station, long id) {
        return find(tx, station, SIGNING_REQUEST.ID.eq(id));
    }

    Optional<SigningRequest> standing(Tx tx, StationRef station, SignedFor use, String hash) {
        return find(tx, station, SIGNING_REQUEST.USE.eq(use.word()).and(SIGNING_REQUEST.CSR_HASH.eq(hash)));
    }

    private static Optional<SigningRequest> find(Tx tx, StationRef station, Condition which) {
        return tx.sql()
                .selectFrom(SIGNING_REQUEST)
                .where(of(station).and(which))
                .fetchOptional(row -> read(station, row));
    }

    /** How many others have come since. */
    int since(StationRef station, Instant since) {
        return database.read(station.scope())
                .fetchCount(SIGNING_REQUEST, of(station).and(SIGNING_REQUEST.RECEIVED_AT.ge(since)));
    }

    /** @return its id */
    long put(Tx tx, SigningRequest one) {
        Asked asked = one.asked();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(SIGNING_REQUEST.CSR_PEM, asked.pem());
        values.put(
                SIGNING_REQUEST.REQUEST_NUMBER,
                asked.request() == null ? null : asked.request().longValue());
        values.put(SIGNING_REQUEST.SUBJECT, one.subject());
        values.put(SIGNING_REQUEST.STATE, one.progress().state().word());
        values.put(SIGNING_REQUEST.REASON, one.progress().reason());
        values.put(SIGNING_REQUEST.ATTEMPTS, one.progress().attempts());
        values.put(SIGNING_REQUEST.RECEIVED_AT, asked.at());
        values.put(SIGNING_REQUEST.CHANGED_AT, one.progress().changedAt());
        StationRef station = one.station();
        tx.sql()
                .insertInto(SIGNING_REQUEST)
                .set(SIGNING_REQUEST.TENANT_ID, station.tenant())
                .set(SIGNING_REQUEST.STATION_ID, station.id())
                .set(SIGNING_REQUEST.USE, asked.use().word())
                .set(SIGNING_REQUEST.CSR_HASH, asked.hash())
                .set(values)
                .onConflict(
                        SIGNING_REQUEST.STATION_ID,
                        SIGNING_REQUEST.TENANT_ID,
                        SIGNING_REQUEST.USE,
                        SIGNING_REQUEST.CSR_HASH)
                .doUpdate()
                .set(values)
                .execute();
        return Objects.requireNonNull(tx.sql()
                .select(SIGNING_REQUEST.ID)
                .from(SIGNING_REQUEST)
                .where(of(station))
                .and(SIGNING_REQUEST.USE.eq(asked.use().word()))
                .and(SIGNING_REQUEST.CSR_HASH.eq(asked.hash()))
                .fetchSingle()
                .value1());
    }

    /** So that a station that makes one after the other does not fill the database. */
    void trim(Tx tx, StationRef station) {
        List<Long> over = tx.sql()
                .select(SIGNING_REQUEST.ID)
                .from(SIGNING_REQUEST)
                .where(of(station))
                .and(SIGNING_REQUEST.STATE.in(
                        State.REFUSED.word(), State.REJECTED.word(), State.FAILED.word(), State.INSTALLED.word()))
                .orderBy(SIGNING_REQUEST.ID.desc())
                .offset(MOST)
                .fetch(SIGNING_REQUEST.ID);
        if (!over.isEmpty()) {
            tx.sql()
                    .deleteFrom(SIGNING_REQUEST)
                    .where(of(station).and(SIGNING_REQUEST.ID.in(over)))
                    .execute();
        }
    }

    /** Whether the station still stands. */
    Optional<StationRef> station(long tenant, long id) {
        return database.read(new StationRef(tenant, id, "").scope())
                .select(STATION.IDENTITY)
                .from(STATION)
                .where(STATION.TENANT_ID.eq(tenant).and(STATION.ID.eq(id)))
                .fetchOptional(row -> new StationRef(tenant, id, row.value1()));
    }

    private static Condition of(StationRef station) {
        return SIGNING_REQUEST.TENANT_ID.eq(station.tenant()).and(SIGNING_REQUEST.STATION_ID.eq(station.id()));
    }

    private static SigningRequest read(StationRef station, SigningRequestRecord row) {
        Long number = row.getRequestNumber();
        return new SigningRequest(
                row.getId(),
                station,
                new Asked(
                        SignedFor.of(row.getUse()).orElse(SignedFor.STATION),
                        row.getCsrHash(),
                        row.getCsrPem(),
                        number == null ? null : number.intValue(),
                        row.getReceivedAt()),
                row.getSubject(),
                new Progress(
                        State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                        row.getReason(),
                        row.getAttempts(),
                        row.getChangedAt()));
    }
}

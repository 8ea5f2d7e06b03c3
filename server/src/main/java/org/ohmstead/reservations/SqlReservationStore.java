package org.ohmstead.reservations;

import static org.ohmstead.db.schema.Tables.RESERVATION;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.nodes.Invalidations;
import org.ohmstead.stations.StationRef;

/** The rows of reservations. Those that stand are asked for with each start of a session, and few stations have any. */
@Singleton
public class SqlReservationStore {
    private static final int CACHED = 100_000;
    private static final String NAME = "reservation";
    /** Numbers from here on somebody else has chosen; ours are counted below them. */
    private static final long OTHERS = 1_000_000_000;

    private static final RowCache.Keys<Long> IDS = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);
    private static final Condition OPEN =
            RESERVATION.STATE.in(ReservationState.REQUESTED.word(), ReservationState.ACCEPTED.word());

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;
    private final RowCache<Long, List<Reservation>> cache;
    /** The stations that have open ones, and those that had one since the start. */
    private final Set<Long> some = ConcurrentHashMap.newKeySet();

    private volatile boolean loaded;

    @Inject
    public SqlReservationStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
        Invalidations invalidations = commits.node().invalidations();
        this.cache = new RowCache<>(NAME, CACHED, IDS, invalidations);
        invalidations.register(NAME, key -> some.add(IDS.read().apply(key)));
    }

    /** Those of a station that may still be used, from memory. */
    List<Reservation> open(StationRef station) {
        return mayHaveSome(station)
                ? Objects.requireNonNull(cache.get(station.id(), () -> readOpen(station)))
                : List.of();
    }

    /** The same, not from memory: an event may be told before what is there is forgotten. */
    List<Reservation> readOpen(StationRef station) {
        return List.copyOf(select(database.read(station.scope()), of(station).and(OPEN))
                .orderBy(RESERVATION.ID)
                .fetch(SqlReservationStore::read));
    }

    /** False: it had none since the start. What is written while they are loaded is told by itself. */
    boolean mayHaveSome(StationRef station) {
        if (!loaded) {
            database.read(Scope.everywhere())
                    .selectDistinct(RESERVATION.STATION_ID)
                    .from(RESERVATION)
                    .where(OPEN)
                    .forEach(row -> some.add(row.value1()));
            loaded = true;
        }
        return some.contains(station.id());
    }

    Optional<Reservation> find(StationRef station, long number) {
        return select(database.read(station.scope()), of(station, number)).fetchOptional(SqlReservationStore::read);
    }

    /** Which of them; null: any. */
    record Filter(
            @Nullable Long station,
            @Nullable ReservationState state,
            @Nullable String tokenKey) {}

    /** The newest first. */
    List<Reservation> page(Scope scope, Filter filter, int rows, @Nullable Cursor after) {
        Condition where = scope.of(RESERVATION.TENANT_ID, RESERVATION.STATION_ID);
        if (filter.station() != null) {
            where = where.and(RESERVATION.STATION_ID.eq(filter.station()));
        }
        if (filter.state() != null) {
            where = where.and(RESERVATION.STATE.eq(filter.state().word()));
        }
        if (filter.tokenKey() != null) {
            where = where.and(RESERVATION.TOKEN_KEY.eq(filter.tokenKey()));
        }
        return select(database.read(scope), after == null ? where : where.and(RESERVATION.ID.lt(after.id())))
                .orderBy(RESERVATION.ID.desc())
                .limit(rows)
                .fetch(SqlReservationStore::read);
    }

    /** Of all tenants, that are over by the clock and do not say so. */
    List<Reservation> overdue(Instant now, int rows) {
        return select(database.read(Scope.everywhere()), OPEN.and(RESERVATION.EXPIRES_AT.le(now)))
                .orderBy(RESERVATION.EXPIRES_AT)
                .limit(rows)
                .fetch(SqlReservationStore::read);
    }

    /** The one that somebody has asked for with an Idempotency-Key. */
    Optional<Reservation> byKey(StationRef station, String actor, String key, Instant notBefore) {
        return select(
                        database.read(station.scope()),
                        of(station)
                                .and(RESERVATION.ACTOR.eq(actor))
                                .and(RESERVATION.REPEAT_KEY.eq(key))
                                .and(RESERVATION.CREATED_AT.ge(notBefore)))
                .orderBy(RESERVATION.ID.desc())
                .limit(1)
                .fetchOptional(SqlReservationStore::read);
    }

    /** A unit of work for the reservations of one station. */
    <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        try {
            return commits.write(station.scope(), station.id(), unit);
        } finally { // also when nobody knows whether it was written
            cache.forget(station.id());
        }
    }

    /** @return the next number that no reservation of the station has */
    long nextNumber(Tx tx, StationRef station) {
        Long last = tx.sql()
                .select(org.jooq.impl.DSL.max(RESERVATION.NUMBER))
                .from(RESERVATION)
                .where(of(station).and(RESERVATION.NUMBER.lt(OTHERS)))
                .fetchSingle()
                .value1();
        return last == null || last < 0 ? 1 : last + 1;
    }

    /** @param key of an Idempotency-Key; null: none */
    void add(Tx tx, Reservation fresh, @Nullable String key) {
        put(tx, fresh);
        tx.sql()
                .update(RESERVATION)
                .set(RESERVATION.REPEAT_KEY, key)
                .where(of(fresh.station(), fresh.number()))
                .execute();
        told(tx, fresh, null);
    }

    /** It never came to anything, and nothing is to be left of it. */
    void drop(Tx tx, Reservation fresh) {
        tx.sql()
                .deleteFrom(RESERVATION)
                .where(of(fresh.station(), fresh.number()))
                .and(RESERVATION.STATE.eq(ReservationState.REQUESTED.word()))
                .execute();
        told(tx, fresh.station());
    }

    /**
     * Changes a reservation within a unit of work, or makes one.
     *
     * @param rule what becomes of the one that is there (null: none is); null: nothing is changed
     * @return as it is now; empty: nothing was changed
     */
    Optional<Reservation> change(
            Tx tx, StationRef station, long number, Function<@Nullable Reservation, @Nullable Reservation> rule) {
        Reservation before = select(tx.sql(), of(station, number))
                .fetchOptional(SqlReservationStore::read)
                .orElse(null);
        Reservation after = rule.apply(before);
        if (after == null || after.equals(before)) {
            return Optional.empty();
        }
        put(tx, after);
        if (before == null || before.state() != after.state()) {
            told(tx, after, before);
        } else {
            told(tx, station);
        }
        return Optional.of(after);
    }

    private void told(Tx tx, Reservation after, @Nullable Reservation before) {
        outbox.append(tx, ReservationChanged.of(after, before));
        told(tx, after.station());
    }

    private void told(Tx tx, StationRef station) {
        tx.afterCommit(() -> cache.forget(station.id()));
    }

    private static void put(Tx tx, Reservation one) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(RESERVATION.TOKEN, one.holder().token());
        values.put(RESERVATION.TOKEN_KEY, one.holder().key());
        values.put(RESERVATION.TOKEN_TYPE, one.holder().type());
        values.put(RESERVATION.GROUP_TOKEN, one.holder().group());
        values.put(RESERVATION.EVSE, one.place().evse());
        values.put(RESERVATION.CONNECTOR_TYPE, one.place().connectorType());
        values.put(RESERVATION.STATE, one.state().word());
        values.put(RESERVATION.SAID, one.said());
        values.put(RESERVATION.ACTOR, one.actor());
        values.put(RESERVATION.COMMAND_ID, one.command());
        values.put(RESERVATION.SESSION_ID, one.session());
        values.put(RESERVATION.CREATED_AT, one.createdAt());
        values.put(RESERVATION.EXPIRES_AT, one.expiresAt());
        values.put(RESERVATION.CHANGED_AT, one.changedAt());
        tx.sql()
                .insertInto(RESERVATION)
                .set(RESERVATION.TENANT_ID, one.station().tenant())
                .set(RESERVATION.STATION_ID, one.station().id())
                .set(RESERVATION.NUMBER, one.number())
                .set(values)
                .onConflict(RESERVATION.STATION_ID, RESERVATION.TENANT_ID, RESERVATION.NUMBER)
                .doUpdate()
                .set(values)
                .execute();
    }

    /** Those that are over for longer than that; an open one expires first. */
    void pruneBefore(Instant end) {
        new OldRows(RESERVATION, RESERVATION.ID, RESERVATION.EXPIRES_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(RESERVATION.asterisk(), STATION.IDENTITY)
                .from(RESERVATION)
                .join(STATION)
                .on(STATION.ID.eq(RESERVATION.STATION_ID), STATION.TENANT_ID.eq(RESERVATION.TENANT_ID))
                .where(where);
    }

    private static Condition of(StationRef station) {
        return RESERVATION.TENANT_ID.eq(station.tenant()).and(RESERVATION.STATION_ID.eq(station.id()));
    }

    private static Condition of(StationRef station, long number) {
        return of(station).and(RESERVATION.NUMBER.eq(number));
    }

    private static Reservation read(Record row) {
        return new Reservation(
                row.get(RESERVATION.ID),
                new StationRef(
                        row.get(RESERVATION.TENANT_ID), row.get(RESERVATION.STATION_ID), row.get(STATION.IDENTITY)),
                row.get(RESERVATION.NUMBER),
                new Reservation.Holder(
                        row.get(RESERVATION.TOKEN), row.get(RESERVATION.TOKEN_TYPE), row.get(RESERVATION.GROUP_TOKEN)),
                new Reservation.Place(row.get(RESERVATION.EVSE), row.get(RESERVATION.CONNECTOR_TYPE)),
                ReservationState.of(row.get(RESERVATION.STATE)),
                row.get(RESERVATION.SAID),
                row.get(RESERVATION.ACTOR),
                row.get(RESERVATION.COMMAND_ID),
                row.get(RESERVATION.SESSION_ID),
                row.get(RESERVATION.CREATED_AT),
                row.get(RESERVATION.EXPIRES_AT),
                row.get(RESERVATION.CHANGED_AT));
    }
}

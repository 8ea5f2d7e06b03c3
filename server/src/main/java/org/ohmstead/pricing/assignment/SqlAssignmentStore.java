package org.ohmstead.pricing.assignment;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_GROUP;
import static org.ohmstead.db.schema.Tables.STATION_GROUP_MEMBER;
import static org.ohmstead.db.schema.Tables.TARIFF;
import static org.ohmstead.db.schema.Tables.TARIFF_ASSIGNMENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.groups.StationGroupName;

/** The rows of assignments. */
@Singleton
public class SqlAssignmentStore {
    private static final int TENANTS = 10_000;

    private final Database database;
    private final GroupCommit commits;
    /** Whether a tenant has ever assigned a tariff: most sessions of those who have not need no further question. */
    private final RowCache<Long, Boolean> used;

    @Inject
    public SqlAssignmentStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
        this.used = new RowCache<>(
                "tariff-use",
                TENANTS,
                new RowCache.Keys<>(String::valueOf, Long::valueOf),
                commits.node().invalidations());
    }

    /**
     * What is listed.
     *
     * @param tariff  null: any
     * @param station id; null: any
     * @param all     those that have ended, too
     */
    record Filter(@Nullable Long tariff, @Nullable Long station, boolean all) {}

    boolean isUsed(Scope scope) {
        return Objects.requireNonNull(used.get(scope.tenant(), () -> database.read(scope.wholeTenant())
                .fetchExists(TARIFF_ASSIGNMENT, TARIFF_ASSIGNMENT.TENANT_ID.eq(scope.tenant()))));
    }

    <T extends @Nullable Object> T write(Scope scope, GroupCommit.Work<T> unit) {
        try {
            return commits.write(scope, GroupCommit.BACKGROUND, unit);
        } finally { // also when nobody knows whether it was written
            used.forget(scope.tenant());
        }
    }

    /** The newest first. */
    List<Assignment> page(Scope scope, Filter filter, @Nullable Long before, int rows) {
        Condition where = visible(scope);
        if (filter.tariff() != null) {
            where = where.and(TARIFF_ASSIGNMENT.TARIFF_ID.eq(filter.tariff()));
        }
        if (filter.station() != null) {
            where = where.and(TARIFF_ASSIGNMENT.STATION_ID.eq(filter.station()));
        }
        if (!filter.all()) {
            where = where.and(TARIFF_ASSIGNMENT.ENDED_AT.isNull());
        }
        if (before != null) {
            where = where.and(TARIFF_ASSIGNMENT.ID.lt(before));
        }
        return assignments(database.read(scope), scope, where)
                .orderBy(TARIFF_ASSIGNMENT.ID.desc())
                .limit(rows)
                .fetch(SqlAssignmentStore::assignment);
    }

    Optional<Assignment> find(Scope scope, long id) {
        return assignments(database.read(scope), scope, visible(scope).and(TARIFF_ASSIGNMENT.ID.eq(id)))
                .fetchOptional(SqlAssignmentStore::assignment);
    }

    static Optional<Assignment> find(Tx tx, Scope scope, long id) {
        return assignments(tx.sql(), scope, TARIFF_ASSIGNMENT.ID.eq(id)).fetchOptional(SqlAssignmentStore::assignment);
    }

    /** Of those that do not see all: what says nothing of stations and groups that they do not know. */
    private static Condition visible(Scope scope) {
        return TARIFF_ASSIGNMENT
                .STATION_ID
                .isNull()
                .or(scope.of(TARIFF_ASSIGNMENT.TENANT_ID, TARIFF_ASSIGNMENT.STATION_ID))
                .and(TARIFF_ASSIGNMENT
                        .GROUP_ID
                        .isNull()
                        .or(scope.ofGroup(TARIFF_ASSIGNMENT.TENANT_ID, TARIFF_ASSIGNMENT.GROUP_ID)));
    }

    /** What stood at a time at a station, for a token or any. @param tokenKey null: for any */
    List<Assignment> standing(StationRef station, @Nullable String tokenKey, Instant at) {
        Condition where = TARIFF_ASSIGNMENT
                .CREATED_AT
                .le(at)
                .and(TARIFF_ASSIGNMENT.ENDED_AT.isNull().or(TARIFF_ASSIGNMENT.ENDED_AT.gt(at)))
                .and(TARIFF_ASSIGNMENT.STATION_ID.isNull().or(TARIFF_ASSIGNMENT.STATION_ID.eq(station.id())))
                .and(TARIFF_ASSIGNMENT
                        .GROUP_ID
                        .isNull()
                        .or(TARIFF_ASSIGNMENT.GROUP_ID.in(DSL.select(STATION_GROUP_MEMBER.GROUP_ID)
                                .from(STATION_GROUP_MEMBER)
                                .where(STATION_GROUP_MEMBER.TENANT_ID.eq(station.tenant()))
                                .and(STATION_GROUP_MEMBER.STATION_ID.eq(station.id())))))
                .and(
                        tokenKey == null
                                ? TARIFF_ASSIGNMENT.TOKEN_KEY.isNull()
                                : TARIFF_ASSIGNMENT.TOKEN_KEY.isNull().or(TARIFF_ASSIGNMENT.TOKEN_KEY.eq(tokenKey)));
        return assignments(database.read(station.scope()), station.scope(), where)
                .fetch(SqlAssignmentStore::assignment);
    }

    static Optional<Assignment> same(Tx tx, Scope scope, long tariff, Target target) {
        Condition where = TARIFF_ASSIGNMENT
                .TARGET_KEY
                .eq(target.key())
                .and(TARIFF_ASSIGNMENT.TARIFF_ID.eq(tariff))
                .and(TARIFF_ASSIGNMENT.ENDED_AT.isNull());
        return assignments(tx.sql(), scope, where).fetchOptional(SqlAssignmentStore::assignment);
    }

    /** @param tariff null: of all */
    static int count(Tx tx, long tenant, @Nullable Long tariff, boolean standing) {
        Condition where = TARIFF_ASSIGNMENT.TENANT_ID.eq(tenant);
        if (tariff != null) {
            where = where.and(TARIFF_ASSIGNMENT.TARIFF_ID.eq(tariff));
        }
        return tx.sql()
                .fetchCount(TARIFF_ASSIGNMENT, standing ? where.and(TARIFF_ASSIGNMENT.ENDED_AT.isNull()) : where);
    }

    static List<Long> ofGroup(Tx tx, long tenant, long group) {
        return tx.sql()
                .select(TARIFF_ASSIGNMENT.ID)
                .from(TARIFF_ASSIGNMENT)
                .where(TARIFF_ASSIGNMENT.TENANT_ID.eq(tenant))
                .and(TARIFF_ASSIGNMENT.GROUP_ID.eq(group))
                .and(TARIFF_ASSIGNMENT.ENDED_AT.isNull())
                .fetch(TARIFF_ASSIGNMENT.ID);
    }

    static long insert(Tx tx, long tenant, long tariff, Target target, Instant now, String by) {
        return tx.sql()
                .insertInto(TARIFF_ASSIGNMENT)
                .set(TARIFF_ASSIGNMENT.TENANT_ID, tenant)
                .set(TARIFF_ASSIGNMENT.TARIFF_ID, tariff)
                .set(
                        TARIFF_ASSIGNMENT.GROUP_ID,
                        target.group() == null ? null : target.group().id())
                .set(
                        TARIFF_ASSIGNMENT.STATION_ID,
                        target.station() == null ? null : target.station().id())
                .set(TARIFF_ASSIGNMENT.EVSE, target.evse())
                .set(TARIFF_ASSIGNMENT.CONNECTOR_TYPE, target.connectorType())
                .set(TARIFF_ASSIGNMENT.TOKEN_GROUP, target.tokenGroup())
                .set(
                        TARIFF_ASSIGNMENT.TOKEN_VALUE,
                        target.token() == null ? null : target.token().value())
                .set(
                        TARIFF_ASSIGNMENT.TOKEN_KEY,
                        target.token() == null ? null : target.token().key())
                .set(TARIFF_ASSIGNMENT.TARGET_KEY, target.key())
                .set(TARIFF_ASSIGNMENT.CREATED_AT, now)
                .set(TARIFF_ASSIGNMENT.CREATED_BY, by)
                .returning(TARIFF_ASSIGNMENT.ID)
                .fetchSingle()
                .getId();
    }

    static void end(Tx tx, long tenant, long id, Instant now, String by) {
        tx.sql()
                .update(TARIFF_ASSIGNMENT)
                .set(TARIFF_ASSIGNMENT.ENDED_AT, now)
                .set(TARIFF_ASSIGNMENT.ENDED_BY, by)
                .where(TARIFF_ASSIGNMENT.TENANT_ID.eq(tenant), TARIFF_ASSIGNMENT.ID.eq(id))
                .execute();
    }

    private static SelectConditionStep<? extends Record> assignments(DSLContext sql, Scope scope, Condition which) {
        return sql.select(TARIFF_ASSIGNMENT.fields())
                .select(TARIFF.NAME, STATION.IDENTITY, STATION_GROUP.NAME)
                .from(TARIFF_ASSIGNMENT)
                .join(TARIFF)
                .on(TARIFF.ID.eq(TARIFF_ASSIGNMENT.TARIFF_ID))
                .leftJoin(STATION)
                .on(STATION.ID.eq(TARIFF_ASSIGNMENT.STATION_ID))
                .leftJoin(STATION_GROUP)
                .on(STATION_GROUP.ID.eq(TARIFF_ASSIGNMENT.GROUP_ID))
                .where(scope.of(TARIFF_ASSIGNMENT.TENANT_ID), which);
    }

    private static Assignment assignment(Record row) {
        Long group = row.get(TARIFF_ASSIGNMENT.GROUP_ID);
        Long station = row.get(TARIFF_ASSIGNMENT.STATION_ID);
        String token = row.get(TARIFF_ASSIGNMENT.TOKEN_VALUE);
        return new Assignment(
                row.get(TARIFF_ASSIGNMENT.ID),
                row.get(TARIFF_ASSIGNMENT.TARIFF_ID),
                row.get(TARIFF.NAME),
                new Target(
                        group == null ? null : new StationGroupName(group, row.get(STATION_GROUP.NAME)),
                        station == null
                                ? null
                                : new StationRef(
                                        row.get(TARIFF_ASSIGNMENT.TENANT_ID), station, row.get(STATION.IDENTITY)),
                        row.get(TARIFF_ASSIGNMENT.EVSE),
                        row.get(TARIFF_ASSIGNMENT.CONNECTOR_TYPE),
                        row.get(TARIFF_ASSIGNMENT.TOKEN_GROUP),
                        token == null ? null : new Target.Holder(token, row.get(TARIFF_ASSIGNMENT.TOKEN_KEY))),
                row.get(TARIFF_ASSIGNMENT.CREATED_AT),
                row.get(TARIFF_ASSIGNMENT.CREATED_BY),
                row.get(TARIFF_ASSIGNMENT.ENDED_AT),
                row.get(TARIFF_ASSIGNMENT.ENDED_BY));
    }
}

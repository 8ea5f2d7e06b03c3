package org.ohmstead.stations.groups;

import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_GROUP;
import static org.ohmstead.db.schema.Tables.STATION_GROUP_MEMBER;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** The rows of groups, and of who is in them. */
@Singleton
public class SqlStationGroupStore {
    /** Names in a condition: databases take a few ten thousand at most. */
    private static final int PORTION = 1_000;

    private static final Field<Integer> STATIONS = DSL.field(DSL.selectCount()
                    .from(STATION_GROUP_MEMBER)
                    .where(STATION_GROUP_MEMBER.GROUP_ID.eq(STATION_GROUP.ID))
                    .and(STATION_GROUP_MEMBER.TENANT_ID.eq(STATION_GROUP.TENANT_ID)))
            .as("stations");

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlStationGroupStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** What two names have in common that must not both exist, and by which they are sorted. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** In the order of their names. @param search part of a name; null: any */
    List<StationGroup> page(Scope scope, @Nullable String search, @Nullable String afterKey, int rows) {
        Condition where = scope.ofGroup(STATION_GROUP.TENANT_ID, STATION_GROUP.ID);
        if (search != null) {
            where = where.and(STATION_GROUP.NAME_KEY.contains(key(search)));
        }
        if (afterKey != null) {
            where = where.and(STATION_GROUP.NAME_KEY.gt(afterKey));
        }
        return groups(database.read(scope))
                .where(where)
                .orderBy(STATION_GROUP.NAME_KEY)
                .limit(rows)
                .fetch(SqlStationGroupStore::group);
    }

    Optional<StationGroup> find(Scope scope, long id) {
        return one(database.read(scope), scope, STATION_GROUP.ID.eq(id));
    }

    static Optional<StationGroup> find(Tx tx, Scope scope, long id) {
        return one(tx.sql(), scope, STATION_GROUP.ID.eq(id));
    }

    static Optional<StationGroup> named(Tx tx, Scope scope, String name) {
        return one(tx.sql(), scope, STATION_GROUP.NAME_KEY.eq(key(name)));
    }

    private static Optional<StationGroup> one(DSLContext sql, Scope scope, Condition which) {
        return groups(sql)
                .where(scope.ofGroup(STATION_GROUP.TENANT_ID, STATION_GROUP.ID))
                .and(which)
                .fetchOptional(SqlStationGroupStore::group);
    }

    private static SelectJoinStep<? extends Record> groups(DSLContext sql) {
        return sql.select(STATION_GROUP.fields()).select(STATIONS).from(STATION_GROUP);
    }

    private static StationGroup group(Record row) {
        return new StationGroup(
                row.get(STATION_GROUP.ID),
                row.get(STATION_GROUP.NAME),
                row.get(STATION_GROUP.NOTE),
                row.get(STATIONS),
                row.get(STATION_GROUP.CREATED_AT),
                row.get(STATION_GROUP.UPDATED_AT));
    }

    /** A unit that changes groups. */
    <T extends @Nullable Object> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    static int count(Tx tx, Scope scope) {
        return tx.sql().fetchCount(STATION_GROUP, scope.of(STATION_GROUP.TENANT_ID));
    }

    static long insert(Tx tx, long tenant, StationGroup.Label label, Instant now) {
        return tx.sql()
                .insertInto(STATION_GROUP)
                .set(STATION_GROUP.TENANT_ID, tenant)
                .set(STATION_GROUP.NAME, label.name())
                .set(STATION_GROUP.NAME_KEY, key(label.name()))
                .set(STATION_GROUP.NOTE, label.note())
                .set(STATION_GROUP.CREATED_AT, now)
                .set(STATION_GROUP.UPDATED_AT, now)
                .returning(STATION_GROUP.ID)
                .fetchSingle()
                .getId();
    }

    static void update(Tx tx, long tenant, long id, StationGroup.Label label, Instant now) {
        tx.sql()
                .update(STATION_GROUP)
                .set(STATION_GROUP.NAME, label.name())
                .set(STATION_GROUP.NAME_KEY, key(label.name()))
                .set(STATION_GROUP.NOTE, label.note())
                .set(STATION_GROUP.UPDATED_AT, now)
                .where(STATION_GROUP.TENANT_ID.eq(tenant), STATION_GROUP.ID.eq(id))
                .execute();
    }

    /** Who is in it goes with it. */
    static void delete(Tx tx, long tenant, long id) {
        tx.sql()
                .deleteFrom(STATION_GROUP)
                .where(STATION_GROUP.TENANT_ID.eq(tenant), STATION_GROUP.ID.eq(id))
                .execute();
    }

    /** In the order of their identities. */
    List<StationGroupMember> members(Scope scope, long group, @Nullable String afterKey, int rows) {
        Scope only = scope.within(Set.of(group));
        return database.read(only)
                .select(STATION.IDENTITY, STATION.NAME)
                .from(STATION)
                .where(only.of(STATION.TENANT_ID, STATION.ID))
                .and(afterKey == null ? DSL.noCondition() : STATION.IDENTITY_KEY.gt(afterKey))
                .orderBy(STATION.IDENTITY_KEY)
                .limit(rows)
                .fetch(row -> new StationGroupMember(row.value1(), row.value2()));
    }

    /** All of a group, by their ids. */
    static Map<Long, String> members(Tx tx, Scope scope, long group) {
        Scope only = scope.within(Set.of(group));
        return new TreeMap<>(tx.sql()
                .select(STATION.ID, STATION.IDENTITY)
                .from(STATION)
                .where(only.of(STATION.TENANT_ID, STATION.ID))
                .fetchMap(STATION.ID, STATION.IDENTITY));
    }

    /** The stations of these identities, by their ids; those that there are not are missing. @param keys in small letters */
    static Map<Long, String> stations(Tx tx, Scope scope, Collection<String> keys) {
        Map<Long, String> found = new TreeMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PORTION) {
            found.putAll(tx.sql()
                    .select(STATION.ID, STATION.IDENTITY)
                    .from(STATION)
                    .where(scope.of(STATION.TENANT_ID, STATION.ID))
                    .and(STATION.IDENTITY_KEY.in(all.subList(from, Math.min(all.size(), from + PORTION))))
                    .fetchMap(STATION.ID, STATION.IDENTITY));
        }
        return found;
    }

    /** @return false: the station was not in it */
    static boolean remove(Tx tx, long tenant, long group, long station) {
        return tx.sql()
                        .deleteFrom(STATION_GROUP_MEMBER)
                        .where(STATION_GROUP_MEMBER.GROUP_ID.eq(group))
                        .and(STATION_GROUP_MEMBER.TENANT_ID.eq(tenant))
                        .and(STATION_GROUP_MEMBER.STATION_ID.eq(station))
                        .execute()
                == 1;
    }

    /** The groups of these stations, by the ids of the stations; in the order of their names. */
    Map<Long, List<StationGroupName>> of(Scope scope, Collection<Long> stations) {
        Map<Long, List<StationGroupName>> byStation = new HashMap<>();
        database.read(scope)
                .select(STATION_GROUP_MEMBER.STATION_ID, STATION_GROUP.ID, STATION_GROUP.NAME)
                .from(STATION_GROUP_MEMBER)
                .join(STATION_GROUP)
                .on(STATION_GROUP.ID.eq(STATION_GROUP_MEMBER.GROUP_ID))
                .where(scope.ofGroup(STATION_GROUP_MEMBER.TENANT_ID, STATION_GROUP_MEMBER.GROUP_ID))
                .and(STATION_GROUP_MEMBER.STATION_ID.in(stations))
                .orderBy(STATION_GROUP.NAME_KEY)
                .fetch()
                .forEach(row -> byStation
                        .computeIfAbsent(row.value1(), none -> new ArrayList<>())
                        .add(new StationGroupName(row.value2(), row.value3())));
        return byStation;
    }

    /** The ids of all stations within a scope. */
    Set<Long> within(Scope scope) {
        return database.read(scope)
                .select(STATION.ID)
                .from(STATION)
                .where(scope.of(STATION.TENANT_ID, STATION.ID))
                .fetchSet(STATION.ID);
    }
}

package org.ohmstead.roles;

import static org.ohmstead.db.schema.Tables.ROLE;
import static org.ohmstead.db.schema.Tables.USER_ACCOUNT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.JsonSets;
import org.ohmstead.access.Permissions;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.RoleRecord;

/** The rows of roles that organisations have made. They are asked for with every request, so they are kept in memory. */
@Singleton
public class SqlRoleStore {
    private static final int CACHED = 10_000;

    private record Key(long tenant, String name) {
        static final RowCache.Keys<Key> TEXT = new RowCache.Keys<>(
                key -> key.tenant + "/" + key.name,
                text -> new Key(
                        Long.parseLong(text.substring(0, text.indexOf('/'))), text.substring(text.indexOf('/') + 1)));
    }

    private final Database database;
    private final GroupCommit commits;
    private final RowCache<Key, Role> cache;

    @Inject
    public SqlRoleStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
        this.cache = new RowCache<>("role", CACHED, Key.TEXT, commits.node().invalidations());
    }

    Optional<Role> find(long tenant, String name) {
        return Optional.ofNullable(cache.get(new Key(tenant, name), () -> database.read(Scope.tenant(tenant))
                .selectFrom(ROLE)
                .where(ROLE.TENANT_ID.eq(tenant), ROLE.NAME.eq(name))
                .fetchOne(SqlRoleStore::role)));
    }

    /** Sorted by their names. */
    List<Role> all(long tenant) {
        return all(database.read(Scope.tenant(tenant)), tenant);
    }

    static List<Role> all(Tx tx, long tenant) {
        return all(tx.sql(), tenant);
    }

    private static List<Role> all(DSLContext sql, long tenant) {
        return sql.selectFrom(ROLE)
                .where(ROLE.TENANT_ID.eq(tenant))
                .orderBy(ROLE.NAME)
                .fetch(SqlRoleStore::role);
    }

    /** What is done with a role within the unit that changes it. */
    @FunctionalInterface
    interface Change {
        /** @param before null: there is none of that name. @return null: it goes */
        @Nullable
        Role of(Tx tx, @Nullable Role before, Instant now);
    }

    /** @return as it stands then; empty: there is none */
    Optional<Role> change(long tenant, String name, Instant now, Change change) {
        try {
            return Optional.ofNullable(commits.write(Scope.tenant(tenant), GroupCommit.BACKGROUND, tx -> {
                Role before = tx.sql()
                        .selectFrom(ROLE)
                        .where(ROLE.TENANT_ID.eq(tenant), ROLE.NAME.eq(name))
                        .fetchOne(SqlRoleStore::role);
                Role after = change.of(tx, before, now);
                if (after != null) {
                    put(tx, tenant, after, now);
                } else if (before != null) {
                    tx.sql()
                            .deleteFrom(ROLE)
                            .where(ROLE.TENANT_ID.eq(tenant), ROLE.NAME.eq(name))
                            .execute();
                }
                return after;
            }));
        } finally {
            cache.forget(new Key(tenant, name));
        }
    }

    /** How many users have it. */
    static int users(Tx tx, long tenant, String name) {
        return tx.sql().fetchCount(USER_ACCOUNT, USER_ACCOUNT.TENANT_ID.eq(tenant), USER_ACCOUNT.ROLE.eq(name));
    }

    private static void put(Tx tx, long tenant, Role role, Instant now) {
        String permissions = JsonSets.write(role.permissions().words());
        String groups = JsonSets.write(role.stationGroups());
        tx.sql()
                .insertInto(ROLE)
                .set(ROLE.TENANT_ID, tenant)
                .set(ROLE.NAME, role.name())
                .set(ROLE.NOTE, role.note())
                .set(ROLE.PERMISSIONS_JSON, permissions)
                .set(ROLE.GROUPS_JSON, groups)
                .set(ROLE.CHANGED_AT, now)
                .onConflict(ROLE.TENANT_ID, ROLE.NAME)
                .doUpdate()
                .set(ROLE.NOTE, role.note())
                .set(ROLE.PERMISSIONS_JSON, permissions)
                .set(ROLE.GROUPS_JSON, groups)
                .set(ROLE.CHANGED_AT, now)
                .execute();
    }

    private static Role role(RoleRecord row) {
        return new Role(
                row.getName(),
                row.getNote(),
                new Permissions(JsonSets.texts(row.getPermissionsJson())),
                JsonSets.numbers(row.getGroupsJson()),
                Objects.requireNonNull(row.getChangedAt()));
    }
}

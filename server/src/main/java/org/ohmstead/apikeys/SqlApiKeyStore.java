package org.ohmstead.apikeys;

import static org.ohmstead.db.schema.Tables.API_KEY;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.JsonSets;
import org.ohmstead.access.Permissions;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.ApiKeyRecord;

/** The rows of API keys. One is asked for with every request, so it is kept in memory. */
@Singleton
public class SqlApiKeyStore {
    private static final int CACHED = 50_000;
    private static final RowCache.Keys<String> PREFIX =
            new RowCache.Keys<>(UnaryOperator.identity(), UnaryOperator.identity());

    private final Database database;
    private final GroupCommit commits;
    private final RowCache<String, ApiKey> cache;

    @Inject
    public SqlApiKeyStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
        this.cache = new RowCache<>("api_key", CACHED, PREFIX, commits.node().invalidations());
    }

    /** Of whichever tenant, also one that was revoked. */
    Optional<ApiKey> byPrefix(String prefix) {
        return Optional.ofNullable(cache.get(prefix, () -> database.read(Scope.everywhere())
                .selectFrom(API_KEY)
                .where(API_KEY.PREFIX.eq(prefix))
                .fetchOne(SqlApiKeyStore::key)));
    }

    /** The newest first. */
    List<ApiKey> page(long tenant, int rows, @Nullable Cursor after) {
        Scope scope = Scope.tenant(tenant);
        Condition where = scope.of(API_KEY.TENANT_ID);
        if (after != null) {
            where = where.and(API_KEY.ID.lt(after.id()));
        }
        return database.read(scope)
                .selectFrom(API_KEY)
                .where(where)
                .orderBy(API_KEY.ID.desc())
                .limit(rows)
                .fetch(SqlApiKeyStore::key);
    }

    Optional<ApiKey> find(long tenant, long id) {
        return database.read(Scope.tenant(tenant))
                .selectFrom(API_KEY)
                .where(API_KEY.TENANT_ID.eq(tenant), API_KEY.ID.eq(id))
                .fetchOptional(SqlApiKeyStore::key);
    }

    static Optional<ApiKey> find(Tx tx, long tenant, long id) {
        return tx.sql()
                .selectFrom(API_KEY)
                .where(API_KEY.TENANT_ID.eq(tenant), API_KEY.ID.eq(id))
                .fetchOptional(SqlApiKeyStore::key);
    }

    /** How many let somebody in. */
    static int counting(Tx tx, long tenant, Instant now) {
        return tx.sql().fetchCount(API_KEY, count(tenant, now));
    }

    /** Those that let somebody in, to some groups of stations only. */
    static List<ApiKey> limited(Tx tx, long tenant, Instant now) {
        return tx.sql()
                .selectFrom(API_KEY)
                .where(count(tenant, now), API_KEY.GROUPS_JSON.ne("[]"))
                .fetch(SqlApiKeyStore::key);
    }

    private static Condition count(long tenant, Instant now) {
        return API_KEY.TENANT_ID
                .eq(tenant)
                .and(API_KEY.REVOKED_AT.isNull())
                .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(now)));
    }

    /** Writes a new one. @param key whose id counts for nothing. @return with its id */
    static ApiKey insert(Tx tx, ApiKey key) {
        long id = tx.nextId("api_key");
        tx.sql()
                .insertInto(API_KEY)
                .set(API_KEY.ID, id)
                .set(API_KEY.TENANT_ID, key.tenant())
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.PREFIX, key.prefix())
                .set(API_KEY.SECRET_HASH, key.secretHash())
                .set(API_KEY.PERMISSIONS_JSON, JsonSets.write(key.permissions().words()))
                .set(API_KEY.GROUPS_JSON, JsonSets.write(key.stationGroups()))
                .set(API_KEY.NETWORKS, key.networks())
                .set(API_KEY.CREATED_BY, key.createdBy())
                .set(API_KEY.CREATED_AT, key.createdAt())
                .set(API_KEY.EXPIRES_AT, key.expiresAt())
                .execute();
        return find(tx, key.tenant(), id).orElseThrow();
    }

    static void revoke(Tx tx, ApiKey key, Instant now) {
        tx.sql()
                .update(API_KEY)
                .set(API_KEY.REVOKED_AT, now)
                .where(API_KEY.ID.eq(key.id()), API_KEY.REVOKED_AT.isNull())
                .execute();
    }

    void used(ApiKey key, Instant now, @Nullable String from) {
        write(key.prefix(), tx -> tx.sql()
                .update(API_KEY)
                .set(API_KEY.USED_AT, now)
                .set(API_KEY.USED_FROM, from)
                .where(API_KEY.ID.eq(key.id()))
                .execute());
    }

    /** A unit that changes a key. @param prefix whose; null: a new one */
    <T extends @Nullable Object> T write(@Nullable String prefix, GroupCommit.Work<T> unit) {
        try {
            return commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, unit);
        } finally {
            if (prefix != null) {
                cache.forget(prefix);
            }
        }
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                row.getId(),
                row.getTenantId(),
                row.getName(),
                row.getPrefix(),
                row.getSecretHash(),
                new Permissions(JsonSets.texts(row.getPermissionsJson())),
                JsonSets.numbers(row.getGroupsJson()),
                row.getNetworks(),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getRevokedAt(),
                row.getUsedAt(),
                row.getUsedFrom());
    }
}

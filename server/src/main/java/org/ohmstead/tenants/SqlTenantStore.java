package org.ohmstead.tenants;

import static org.ohmstead.db.schema.Tables.TENANT;
import static org.ohmstead.db.schema.Tables.TENANT_NUMBER;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.TenantRecord;
import org.ohmstead.nodes.Invalidations;

/** Tenants in the database. */
@Singleton
public class SqlTenantStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlTenantStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    Optional<RegisteredTenant> find(String slug) {
        return find(database.read(Scope.everywhere()), TENANT.SLUG.eq(slug));
    }

    Optional<RegisteredTenant> find(long id) {
        return find(database.read(Scope.everywhere()), TENANT.ID.eq(id));
    }

    Optional<RegisteredTenant> get(Tx tx, long id) {
        return find(tx.sql(), TENANT.ID.eq(id));
    }

    Optional<RegisteredTenant> get(Tx tx, String slug) {
        return find(tx.sql(), TENANT.SLUG.eq(slug));
    }

    private static Optional<RegisteredTenant> find(DSLContext sql, Condition which) {
        return sql.selectFrom(TENANT).where(which).fetchOptional(SqlTenantStore::tenant);
    }

    List<RegisteredTenant> after(RegisteredTenant.@Nullable State state, int rows, long after) {
        return database.read(Scope.everywhere())
                .selectFrom(TENANT)
                .where(TENANT.ID.gt(after))
                .and(state == null ? DSL.noCondition() : is(state))
                .orderBy(TENANT.ID)
                .limit(rows)
                .fetch(SqlTenantStore::tenant);
    }

    private static Condition is(RegisteredTenant.State state) {
        return switch (state) {
            case ACTIVE -> TENANT.SUSPENDED_AT.isNull().and(TENANT.REMOVAL_AT.isNull());
            case SUSPENDED -> TENANT.SUSPENDED_AT.isNotNull().and(TENANT.REMOVAL_AT.isNull());
            case REMOVING -> TENANT.REMOVAL_AT.isNotNull();
        };
    }

    RegisteredTenant insert(Tx tx, String slug, String name, Instant at) {
        tx.sql()
                .update(TENANT_NUMBER)
                .set(TENANT_NUMBER.LAST_ID, TENANT_NUMBER.LAST_ID.plus(1))
                .where(TENANT_NUMBER.ID.eq(1L))
                .execute();
        long id = Objects.requireNonNull(tx.sql()
                .select(TENANT_NUMBER.LAST_ID)
                .from(TENANT_NUMBER)
                .fetchSingle()
                .value1());
        tx.sql()
                .insertInto(TENANT)
                .set(TENANT.ID, id)
                .set(TENANT.SLUG, slug)
                .set(TENANT.NAME, name)
                .set(TENANT.CREATED_AT, at)
                .execute();
        return get(tx, id).orElseThrow();
    }

    void update(Tx tx, RegisteredTenant tenant) {
        RegisteredTenant.Suspension suspension = tenant.suspension();
        tx.sql()
                .update(TENANT)
                .set(TENANT.NAME, tenant.tenant().name())
                .set(TENANT.SUSPENDED_AT, suspension == null ? null : suspension.at())
                .set(TENANT.SUSPENDED_FOR, suspension == null ? null : suspension.reason())
                .set(TENANT.REMOVAL_AT, tenant.removalAt())
                .set(TENANT.UNKNOWN_STATIONS, tenant.unknownStations())
                .where(TENANT.ID.eq(tenant.id()))
                .execute();
    }

    void delete(Tx tx, long id) {
        tx.sql().deleteFrom(TENANT).where(TENANT.ID.eq(id)).execute();
    }

    <T extends @Nullable Object> T write(GroupCommit.Work<T> unit) {
        return commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, unit);
    }

    Invalidations invalidations() {
        return commits.node().invalidations();
    }

    private static RegisteredTenant tenant(TenantRecord row) {
        Instant suspendedAt = row.getSuspendedAt();
        String reason = row.getSuspendedFor();
        return new RegisteredTenant(
                new Tenant(row.getId(), row.getSlug(), row.getName()),
                row.getCreatedAt(),
                suspendedAt == null
                        ? null
                        : new RegisteredTenant.Suspension(suspendedAt, reason == null ? "no reason was given" : reason),
                row.getRemovalAt(),
                row.getUnknownStations());
    }
}

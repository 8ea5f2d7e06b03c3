package org.ohmstead.tenants;

import static org.ohmstead.db.schema.Tables.TENANT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.Condition;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** Tenants in the database. */
@Singleton
public class SqlTenantStore {
    private final Database database;

    @Inject
    public SqlTenantStore(Database database) {
        this.database = database;
    }

    Optional<Tenant> find(String slug) {
        return find(TENANT.SLUG.eq(slug));
    }

    Optional<Tenant> find(long id) {
        return find(TENANT.ID.eq(id));
    }

    private Optional<Tenant> find(Condition which) {
        return database.read(Scope.everywhere())
                .select(TENANT.ID, TENANT.SLUG, TENANT.NAME)
                .from(TENANT)
                .where(which)
                .fetchOptional(row -> new Tenant(row.value1(), row.value2(), row.value3()));
    }
}

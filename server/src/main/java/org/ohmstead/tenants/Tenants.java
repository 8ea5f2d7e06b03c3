package org.ohmstead.tenants;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The register of tenants. */
@Singleton
public class Tenants {
    private final SqlTenantStore store;
    /** Those that exist; there are few, and they do not change their slug. */
    private final ConcurrentMap<String, Tenant> known = new ConcurrentHashMap<>();

    @Inject
    public Tenants(SqlTenantStore store) {
        this.store = store;
    }

    /** The tenant of a slug as it stands in a station's URL, where anything may stand. Blocks. */
    public Optional<Tenant> find(String slug) {
        if (slug.indexOf('\0') >= 0) { // PostgreSQL would fail of it, as if it were away
            return Optional.empty();
        }
        Tenant tenant = known.get(slug);
        if (tenant != null) {
            return Optional.of(tenant);
        }
        Optional<Tenant> found = store.find(slug);
        found.ifPresent(it -> known.put(slug, it));
        return found;
    }

    /** The name of a tenant, for people; empty: it is none. Blocks. */
    public Optional<String> name(long id) {
        return store.find(id).map(Tenant::name);
    }
}

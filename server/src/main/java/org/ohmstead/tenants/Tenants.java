package org.ohmstead.tenants;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** The register of tenants. One is asked for with every request, so it is kept in memory; a change counts at once, at every node. */
@Singleton
public class Tenants {
    private static final int CACHED = 10_000;
    private static final int LONGEST_NAME = 100;
    private static final String CACHE = "tenant";
    private static final RowCache.Keys<Long> ID = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);
    private static final RowCache.Keys<String> SLUG = new RowCache.Keys<>(slug -> slug, slug -> slug);

    private final SqlTenantStore store;
    private final RowCache<Long, RegisteredTenant> byId;
    private final RowCache<String, RegisteredTenant> bySlug;

    @Inject
    public Tenants(SqlTenantStore store) {
        this.store = store;
        this.byId = new RowCache<>(CACHE, CACHED, ID, store.invalidations());
        this.bySlug = new RowCache<>("tenant-by-slug", CACHED, SLUG, store.invalidations());
    }

    /** The tenant of a slug as it stands in a station's URL, where anything may stand. Blocks. */
    public Optional<RegisteredTenant> find(String slug) {
        if (slug.indexOf('\0') >= 0) { // PostgreSQL would fail of it, as if it were away
            return Optional.empty();
        }
        return Optional.ofNullable(bySlug.get(slug, () -> store.find(slug).orElse(null)));
    }

    /** The tenant of a number; empty: there is none, or none any more. Blocks, if it is not in memory. */
    public Optional<RegisteredTenant> get(long id) {
        return Optional.ofNullable(byId.get(id, () -> store.find(id).orElse(null)));
    }

    /** The name of a tenant, for people; empty: it is none. Blocks. */
    public Optional<String> name(long id) {
        return get(id).map(it -> it.tenant().name());
    }

    /** Whether its people, programs and stations are served; those of the installation itself always are. */
    public boolean isServed(long id) {
        return id == Tenant.INSTALLATION
                || get(id).filter(RegisteredTenant::isServed).isPresent();
    }

    /** For those who have proven that they belong to it. @throws Refused forbidden: it is suspended, or removed */
    public void mustBeServed(long id) {
        if (!isServed(id)) {
            throw notServed(get(id).orElse(null));
        }
    }

    private static Refused notServed(@Nullable RegisteredTenant tenant) {
        RegisteredTenant.Suspension why = tenant == null || tenant.isRemoving() ? null : tenant.suspension();
        return tenant == null || why == null
                ? new Refused(
                        Refused.Kind.FORBIDDEN,
                        "Organisation removed",
                        "The organisation was removed from this installation, and nobody gets in for it any more.",
                        null)
                : new Refused(
                        Refused.Kind.FORBIDDEN,
                        "Organisation suspended",
                        "The organisation '" + tenant.tenant().name() + "' is suspended since " + why.at() + ": "
                                + why.reason()
                                + ". Nothing of it is lost; ask whoever runs this installation to resume it.",
                        null);
    }

    /** In the order in which they were made. @param state null: any */
    public List<RegisteredTenant> after(RegisteredTenant.@Nullable State state, int rows, @Nullable Cursor after) {
        return store.after(state, rows, after == null ? 0 : after.id());
    }

    /** As it stands within a unit. */
    public Optional<RegisteredTenant> get(Tx tx, long id) {
        return store.get(tx, id);
    }

    /** @param field in which the name came. @throws Refused invalid */
    public static void checkName(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(
                    field,
                    field + " must be 1 to " + LONGEST_NAME + " printable characters; it has " + name.length() + ".");
        }
    }

    /** A new one within a unit, with a number that none ever had. @throws Refused in conflict: the slug is taken */
    public RegisteredTenant create(Tx tx, String slug, String name, Instant at) {
        if (store.get(tx, slug).isPresent()) {
            throw Refused.conflict("slug", "There is a tenant '" + slug + "' already. Choose another slug.");
        }
        return store.insert(tx, slug, name, at);
    }

    /** Writes all of it but its slug, within a unit; {@link #write}, or {@link #changed} behind it. */
    public void update(Tx tx, RegisteredTenant tenant) {
        store.update(tx, tenant);
    }

    /** Strikes it out within a unit, once nothing refers to it any more; as {@link #update}. */
    public void delete(Tx tx, Tenant tenant) {
        store.delete(tx, tenant.id());
    }

    /**
     * A unit that changes tenants.
     *
     * @param changed the one that it changes, if there is one before
     */
    public <T extends @Nullable Object> T write(@Nullable Tenant changed, GroupCommit.Work<T> unit) {
        try {
            return store.write(unit);
        } finally { // also when nobody knows whether it was written
            if (changed != null) {
                changed(changed);
            }
        }
    }

    /** It was written, or nobody knows whether it was. */
    public void changed(Tenant tenant) {
        bySlug.forget(tenant.slug());
        byId.forget(tenant.id());
    }

    /** @param then told the number of each tenant that was changed, at whichever node; must be short */
    public void onChange(LongConsumer then) {
        store.invalidations().register(CACHE, id -> then.accept(Long.parseLong(id)));
    }
}

package org.ohmstead.db;

import static org.ohmstead.db.schema.Tables.STATION_GROUP_MEMBER;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a query may see and a unit of work may write: those of one tenant, perhaps of some groups of its stations only, or
 * everybody's. There is no other way to the database than with one of these. A query puts it into its condition by {@link #of};
 * PostgreSQL holds it once more by itself ({@link RowPolicies}).
 */
public final class Scope {
    /** Those of the same tenant together. */
    public static final Comparator<Scope> BY_TENANT = Comparator.comparingLong(scope -> scope.tenant);

    /** As the policies have it. */
    private static final long ALL_TENANTS = -1;

    private static final Scope EVERYWHERE = new Scope(ALL_TENANTS, null);

    private final long tenant;
    private final @Nullable Set<Long> groups;

    private Scope(long tenant, @Nullable Set<Long> groups) {
        this.tenant = tenant;
        this.groups = groups;
    }

    /** All that a tenant has. @param id not negative */
    public static Scope tenant(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("tenant is " + id + "; it must not be negative");
        }
        return new Scope(id, null);
    }

    /**
     * What all tenants have, and what belongs to none. For the server's own work alone: {@code ScopesTest} lists who may, and why.
     */
    public static Scope everywhere() {
        return EVERYWHERE;
    }

    /**
     * The same, of stations in these groups only. What is limited already never becomes wider by it.
     *
     * @param only ids; none: no station at all
     */
    public Scope within(Set<Long> only) {
        Set<Long> left = new HashSet<>(only);
        if (groups != null) {
            left.retainAll(groups);
        }
        return new Scope(tenant(), Set.copyOf(left));
    }

    /** Without a limit to groups: for what follows from something, whoever caused that. */
    public Scope wholeTenant() {
        return groups == null ? this : new Scope(tenant(), null);
    }

    /** @throws IllegalStateException if it is everybody's */
    public long tenant() {
        if (isEverywhere()) {
            throw new IllegalStateException("what is everywhere is of no tenant");
        }
        return tenant;
    }

    public boolean isEverywhere() {
        return tenant == ALL_TENANTS;
    }

    /** For {@link RowPolicies}. */
    String setting() {
        return Long.toString(tenant);
    }

    /** Whether PostgreSQL shows both the same rows. */
    public boolean isSameTenant(Scope other) {
        return tenant == other.tenant;
    }

    /** Whether it knows some groups of stations only. */
    public boolean isLimited() {
        return groups != null;
    }

    /**
     * For tables whose rows belong to a station.
     *
     * @param ofTenant the column of the tenant
     * @param ofStation the column of the station's id
     */
    public Condition of(Field<Long> ofTenant, Field<Long> ofStation) {
        Condition all = of(ofTenant);
        return groups == null
                ? all
                : all.and(ofStation.in(DSL.select(STATION_GROUP_MEMBER.STATION_ID)
                        .from(STATION_GROUP_MEMBER)
                        .where(STATION_GROUP_MEMBER.TENANT_ID.eq(tenant))
                        .and(STATION_GROUP_MEMBER.GROUP_ID.in(groups))));
    }

    /** For groups of stations, of which somebody who is limited knows their own only. @param ofGroup the column of the group's id */
    public Condition ofGroup(Field<Long> ofTenant, Field<Long> ofGroup) {
        Condition all = of(ofTenant);
        return groups == null ? all : all.and(ofGroup.in(groups));
    }

    /** For tables whose rows belong to no station, such as tokens: a limit to groups does not matter there. */
    public Condition of(Field<Long> ofTenant) {
        return isEverywhere() ? DSL.noCondition() : ofTenant.eq(tenant);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope scope && scope.tenant == tenant && Objects.equals(scope.groups, groups);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, groups);
    }

    /** For logs. */
    @Override
    public String toString() {
        return (isEverywhere() ? "everywhere" : "tenant=" + tenant) + (groups == null ? "" : " groups=" + groups);
    }
}

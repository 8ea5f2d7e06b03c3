package org.ohmstead.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/** Who sent the HTTP request at hand. The door says so before any resource is called. */
@RequestScoped
public class CurrentActor {
    private final KnownGroups groups;
    private @Nullable Principal principal;

    @Inject
    public CurrentActor(KnownGroups groups) {
        this.groups = groups;
    }

    /** For those who are no request. */
    public static CurrentActor of(Actor who) {
        return of(new Principal(who, Permissions.NONE, Set.of(), new Principal.Local()));
    }

    public static CurrentActor of(Principal who) {
        return of(who, (scope, group) -> false);
    }

    public static CurrentActor of(Principal who, KnownGroups groups) {
        CurrentActor current = new CurrentActor(groups);
        current.is(who);
        return current;
    }

    public void is(Principal who) {
        principal = who;
    }

    /** @throws IllegalStateException if no door has said who asks, as where anybody may */
    public Principal principal() {
        if (principal == null) {
            throw new IllegalStateException("no door has said who asks");
        }
        return principal;
    }

    /** @throws IllegalStateException as {@link #principal()} */
    public Actor get() {
        return principal().actor();
    }

    /** Whose rows it may see and change. */
    public Scope scope() {
        return get().scope();
    }

    /**
     * Whose rows a list shows that may be asked for the stations of one group.
     *
     * @param stationGroup the query parameter {@code stationGroup}; null or empty: all that it may see
     * @throws Refused invalid: there is no such group, or it may not see it
     */
    public Scope scope(@Nullable String stationGroup) {
        Long id = QueryWords.number("stationGroup", stationGroup);
        if (id == null) {
            return scope();
        }
        if (!groups.has(scope(), id)) {
            throw Refused.invalid(
                    "stationGroup",
                    "There is no station group " + id + "; GET /api/v1/station-groups lists those that there are.");
        }
        return scope().within(Set.of(id));
    }

    /**
     * The tenant whose whole matters somebody wants to see, which cannot be told apart by stations.
     *
     * @param what for people, such as {@code The audit log}
     * @throws Refused not allowed: it sees the stations of some groups only
     */
    public long wholeTenant(String what) {
        if (scope().isLimited()) {
            throw Refused.forbidden(
                    null,
                    what + " tells of all stations, and you see those of some groups only. Ask somebody who sees all.");
        }
        return get().tenant();
    }
}

package org.ohmstead.roles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.groups.GroupLimit;
import org.ohmstead.stations.groups.StationGroups;

/** Roles: those that are built in, and those that an organisation makes of permissions. */
@Singleton
public class Roles implements GroupLimit {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_NOTE = 500;
    private static final int MOST = 200;

    private final SqlRoleStore store;
    private final PermissionWords words;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Roles(SqlRoleStore store, PermissionWords words, AuditLog audit, Clock clock) {
        this.store = store;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** A role by its name. Blocks, if it is not in memory. */
    public Optional<Role> find(long tenant, String name) {
        Optional<Role> builtIn =
                BuiltInRole.of(name).filter(role -> role.isOf(tenant)).map(role -> role(role, tenant));
        return builtIn.isPresent() ? builtIn : store.find(tenant, name);
    }

    /** Those of an organisation: the built-in ones first. */
    public List<Role> all(long tenant) {
        return Stream.concat(
                        Arrays.stream(BuiltInRole.values())
                                .filter(role -> role.isOf(tenant))
                                .map(role -> role(role, tenant)),
                        store.all(tenant).stream())
                .toList();
    }

    /**
     * A role that somebody is to be given by somebody.
     *
     * @throws Refused invalid: there is none of that name; not allowed: it may more than who gives it
     */
    public Role given(Principal by, String name) {
        long tenant = by.actor().tenant();
        Role role = find(tenant, name)
                .orElseThrow(() -> Refused.invalid(
                        "role",
                        "There is no role '" + name + "'; there are "
                                + String.join(
                                        ", ",
                                        all(tenant).stream().map(Role::name).toList())
                                + "."));
        mayGive(by, "role", role.permissions(), role.stationGroups());
        return role;
    }

    /** Nobody gives away what they may not do themselves. @throws Refused not allowed */
    public static void mayGive(Principal by, String field, Permissions permissions, Set<Long> groups) {
        Set<String> missing = by.permissions().missing(permissions.words());
        if (!missing.isEmpty()) {
            throw Refused.forbidden(
                    field, "You cannot give what you may not do yourself: " + String.join(", ", missing) + ".");
        }
        Set<Long> own = by.stationGroups();
        if (!own.isEmpty() && (groups.isEmpty() || !own.containsAll(groups))) {
            throw Refused.forbidden(
                    field, "You see the stations of some groups only, and cannot give access to others.");
        }
    }

    /**
     * Makes a role.
     *
     * @throws Refused invalid, in conflict or not allowed
     */
    Role create(Principal by, Role role) {
        check(by, role);
        return store.change(by.actor().tenant(), role.name(), clock.instant(), (tx, before, now) -> {
                    if (before != null) {
                        throw Refused.conflict("name", "There is a role '" + role.name() + "' already.");
                    }
                    if (store.all(by.actor().tenant()).size() >= MOST) {
                        throw new Refused(
                                Refused.Kind.CONFLICT,
                                "Too many roles",
                                "There are " + MOST + " roles, which is the most. Remove one that nobody has.",
                                null);
                    }
                    StationGroups.check(tx, by.actor().scope(), "stationGroups", role.stationGroups());
                    Role made = at(role, now);
                    audit.record(tx, by.actor(), AuditEntry.created("role", made.name(), RoleBody.of(made)));
                    return made;
                })
                .orElseThrow();
    }

    /** Changes a role; for all who have it, at once. */
    Role change(Principal by, String name, Function<Role, Role> changes) {
        notBuiltIn(name);
        return store.change(by.actor().tenant(), name, clock.instant(), (tx, before, now) -> {
                    if (before == null) {
                        throw notFound(name);
                    }
                    mayGive(by, "permissions", before.permissions(), before.stationGroups());
                    Role after = changes.apply(before);
                    check(by, after);
                    StationGroups.check(tx, by.actor().scope(), "stationGroups", after.stationGroups());
                    audit.record(
                            tx, by.actor(), AuditEntry.changed("role", name, RoleBody.of(before), RoleBody.of(after)));
                    return at(after, now);
                })
                .orElseThrow();
    }

    /** Removes a role that nobody has. */
    void remove(Principal by, String name, Consumer<Role> check) {
        notBuiltIn(name);
        store.change(by.actor().tenant(), name, clock.instant(), (tx, before, now) -> {
            if (before == null) {
                throw notFound(name);
            }
            check.accept(before);
            int users = SqlRoleStore.users(tx, by.actor().tenant(), name);
            if (users > 0) {
                throw Refused.conflict("role", users + " users have the role '" + name + "'. Give them another first.");
            }
            audit.record(tx, by.actor(), AuditEntry.deleted("role", name, RoleBody.of(before)));
            return null;
        });
    }

    @Override
    public List<String> limitedTo(Tx tx, long tenant, long group) {
        return SqlRoleStore.all(tx, tenant).stream()
                .filter(role -> role.stationGroups().contains(group))
                .map(role -> "the role " + role.name())
                .toList();
    }

    private static Role at(Role role, Instant now) {
        return new Role(role.name(), role.note(), role.permissions(), role.stationGroups(), now);
    }

    private void check(Principal by, Role role) {
        if (!NAME.matcher(role.name()).matches() || BuiltInRole.of(role.name()).isPresent()) {
            throw Refused.invalid(
                    "name",
                    "name is '" + role.name()
                            + "'; allowed are 2 to 40 of a-z, 0-9 and -, a letter first, and no name of a"
                            + " built-in role.");
        }
        if (role.note() != null && role.note().length() > LONGEST_NOTE) {
            throw Refused.invalid(
                    "note", "note has " + role.note().length() + " characters; allowed are " + LONGEST_NOTE + ".");
        }
        words.check("permissions", role.permissions().words());
        mayGive(by, "permissions", role.permissions(), role.stationGroups());
    }

    private static void notBuiltIn(String name) {
        if (BuiltInRole.of(name).isPresent()) {
            throw Refused.conflict(
                    "name", "The role '" + name + "' is built in and stays as it is. Make one of your own.");
        }
    }

    private static Refused notFound(String name) {
        return Refused.notFound("There is no role '" + name + "'.");
    }

    private Role role(BuiltInRole builtIn, long tenant) {
        return new Role(
                builtIn.word(), builtIn.note(), builtIn.permissions(words.all(), tenant), new HashSet<>(), null);
    }
}

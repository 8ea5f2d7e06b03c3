package org.ohmstead.access;

import static org.ohmstead.db.schema.Tables.AUDIT_LOG;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.apikeys.ApiKeys;
import org.ohmstead.apikeys.SqlApiKeyStore;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.roles.Roles;
import org.ohmstead.roles.SqlRoleStore;
import org.ohmstead.stations.TestClock;
import org.ohmstead.stations.groups.SqlStationGroupStore;
import org.ohmstead.stations.groups.StationGroup;
import org.ohmstead.stations.groups.StationGroups;
import org.ohmstead.tenants.SqlTenantStore;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;
import org.ohmstead.users.OneTimeLinks;
import org.ohmstead.users.SqlOneTimeLinkStore;
import org.ohmstead.users.SqlUserStore;
import org.ohmstead.users.User;
import org.ohmstead.users.UserChanges;
import org.ohmstead.users.UserPasswords;
import org.ohmstead.users.Users;

/** Users, roles, keys and links over a database, with a clock that is set by hand. */
public final class AccessWorld implements AutoCloseable {
    public static final Set<String> WORDS = Set.of(
            "station.read",
            "station.write",
            "station.command",
            "session.read",
            "session.stop",
            "token.read",
            "token.write",
            "user.read",
            "user.write",
            "role.read",
            "role.write",
            "api-key.read",
            "api-key.write",
            "audit.read",
            "status.read",
            "machine.admin",
            "organisation.read",
            "organisation.write",
            "tenant.read",
            "tenant.write");
    public static final String OWNER = "olga@example.org";
    public static final String PASSWORD = "a sentence of the owner";

    public final Database database;
    public final GroupCommit commits;
    public final TestClock clock = new TestClock();
    public final PermissionWords words = new PermissionWords(WORDS);
    public final AuditLog audit = new AuditLog(clock);
    public final Tenants tenants;
    public final SqlUserStore userStore;
    public final UserPasswords passwords = new UserPasswords();
    public final Roles roles;
    public final Users users;
    public final UserChanges changes;
    public final OneTimeLinks links;
    public final ApiKeys keys;
    public final StationGroups groups;

    public AccessWorld(Database database) {
        this.database = database;
        this.commits = new GroupCommit(database);
        this.tenants = new Tenants(new SqlTenantStore(database, commits));
        this.userStore = new SqlUserStore(database, commits);
        this.roles = new Roles(new SqlRoleStore(database, commits), words, audit, clock);
        this.users = new Users(userStore, roles, audit, clock);
        this.changes = new UserChanges(userStore);
        this.links = new OneTimeLinks(new SqlOneTimeLinkStore(database), userStore, passwords, tenants, audit, clock);
        this.keys = new ApiKeys(new SqlApiKeyStore(database, commits), words, audit, clock);
        this.groups = new StationGroups(
                new SqlStationGroupStore(database, commits), audit, clock, () -> Stream.of(roles, keys));
    }

    public Clock clock() {
        return clock;
    }

    /** The first owner, as the settings make one. */
    public User owner() {
        return links.firstOwner(OWNER, PASSWORD, null)
                .orElseGet(() -> users.byEmail(OWNER).orElseThrow());
    }

    /** Somebody with a role, who has chosen a password. */
    public User member(String email, String role) {
        String secret =
                users.invite(as(owner()), email, "Somebody", role).link().secret();
        return links.accept(secret, PASSWORD, null, Actor.Origin.WITHIN, (tx, user) -> user);
    }

    /** A group of stations. @return its id */
    public long group(String name) {
        return groups.create(Actor.LOCAL, new StationGroup.Label(name, null)).id();
    }

    /** The same, limited to a group of stations. */
    public static Principal limited(Principal who, long group) {
        Actor actor = who.actor();
        Scope scope = actor.scope().within(Set.of(group));
        return new Principal(
                new Actor(scope, actor.kind(), actor.name(), actor.origin()),
                who.permissions(),
                Set.of(group),
                who.proof());
    }

    /** As whom a user comes in. */
    public Principal as(User user) {
        var role = roles.find(user.tenant(), user.role()).orElseThrow();
        return new Principal(
                new Actor(
                        Scope.tenant(user.tenant()),
                        Actor.Kind.USER,
                        user.email(),
                        new Actor.Origin("192.0.2.1", "request-1")),
                role.permissions(),
                role.stationGroups(),
                new Principal.SignedIn(user.id(), 0, false));
    }

    /** Somebody who has these permissions, and no account. */
    public static Principal with(String... permissions) {
        return new Principal(
                new Actor(Scope.tenant(Tenant.DEFAULT.id()), Actor.Kind.API_KEY, "test", Actor.Origin.WITHIN),
                new Permissions(Set.of(permissions)),
                Set.of(),
                new Principal.Key(0));
    }

    /** What the audit log says was done to a thing, in order. */
    public String audited(String entity, @Nullable Object id) {
        return String.join(
                " ",
                database.read(Scope.everywhere())
                        .select(AUDIT_LOG.ACTION)
                        .from(AUDIT_LOG)
                        .where(AUDIT_LOG.ENTITY.eq(entity))
                        .and(id == null ? DSL.noCondition() : AUDIT_LOG.ENTITY_ID.eq(id.toString()))
                        .orderBy(AUDIT_LOG.SEQ)
                        .fetch(AUDIT_LOG.ACTION));
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}

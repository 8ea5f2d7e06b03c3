package org.ohmstead.users;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.roles.BuiltInRole;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/** Links that let whoever has them choose a password: of the first owner, of somebody invited, of somebody who forgot theirs. */
@Singleton
public class OneTimeLinks {
    private static final Duration SETUP = Duration.ofDays(1);

    private final SqlOneTimeLinkStore links;
    private final SqlUserStore users;
    private final UserPasswords passwords;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public OneTimeLinks(
            SqlOneTimeLinkStore links,
            SqlUserStore users,
            UserPasswords passwords,
            Tenants tenants,
            AuditLog audit,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.passwords = passwords;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** What follows in the unit in which somebody has chosen a password. */
    @FunctionalInterface
    public interface Then<T extends @Nullable Object> {
        T run(Tx tx, User user);
    }

    /** Whether nobody can sign in yet, so that the setup link is what lets somebody in. */
    public boolean isSetupNeeded() {
        return users.isEmpty();
    }

    /**
     * The link by which the first owner is made; the one before it counts no more.
     *
     * @throws Refused in conflict: somebody can sign in already
     */
    public OneTimeLink.Made setup(Actor by) {
        Instant now = now();
        OneTimeLink.Made made = new OneTimeLink.Made(
                new OneTimeLink(Tenant.DEFAULT.id(), OneTimeLink.Purpose.SETUP, null, by.word(), now, now.plus(SETUP)),
                RandomSecrets.make());
        return users.write(null, tx -> {
            mustBeNeeded(tx);
            SqlOneTimeLinkStore.insert(tx, made);
            return made;
        });
    }

    /**
     * The first owner, without a link: whoever starts the server has said who it is.
     *
     * @param organisation its name; null: stays
     * @return empty: there is somebody already
     */
    public Optional<User> firstOwner(String email, String password, @Nullable String organisation) {
        Users.checkEmail(email);
        checkOrganisation(organisation);
        String hash = passwords.hash(password, email);
        return users.write(null, tx -> {
            if (!SqlUserStore.isEmpty(tx)) {
                return Optional.empty();
            }
            Actor by = Actor.server(Tenant.DEFAULT.id(), "admin-email");
            name(tx, by, organisation);
            return Optional.of(owner(tx, by, email, email.substring(0, email.indexOf('@')), hash));
        });
    }

    /**
     * Who sets a server up.
     *
     * @param organisation by which name the first one is called; null: stays
     */
    public record Founder(
            String email,
            String name,
            String password,
            @Nullable String organisation) {
        @Override
        public String toString() {
            return "Founder " + email;
        }
    }

    /**
     * Makes the first owner, and names the organisation.
     *
     * @param then run in the same unit
     * @throws Refused forbidden: the link is none, or none any more; invalid
     */
    public <T extends @Nullable Object> T acceptSetup(
            String secret, Founder founder, Actor.Origin origin, Then<T> then) {
        String email = founder.email();
        Users.checkEmail(email);
        Users.checkName(founder.name());
        checkOrganisation(founder.organisation());
        look(secret, OneTimeLink.Purpose.SETUP);
        String hash = passwords.hash(founder.password(), email);
        return users.write(null, tx -> {
            mustBeNeeded(tx);
            if (SqlOneTimeLinkStore.take(tx, secret, now()).isEmpty()) {
                throw none();
            }
            SqlOneTimeLinkStore.remove(tx, null);
            Actor by = Actor.user(Tenant.DEFAULT.id(), Set.of(), email.strip(), origin);
            name(tx, by, founder.organisation());
            return then.run(tx, owner(tx, by, email, founder.name(), hash));
        });
    }

    private static void checkOrganisation(@Nullable String name) {
        if (name != null) {
            Tenants.checkName("organisation", name);
        }
    }

    private void name(Tx tx, Actor by, @Nullable String organisation) {
        RegisteredTenant before = tenants.get(tx, by.tenant()).orElseThrow();
        if (organisation != null) {
            RegisteredTenant after = before.withName(organisation.strip());
            tenants.update(tx, after);
            tx.afterCommit(() -> tenants.changed(after.tenant()));
            audit.record(
                    tx,
                    by,
                    AuditEntry.changed(
                            "organisation",
                            before.tenant().slug(),
                            Map.of("name", before.tenant().name()),
                            Map.of("name", after.tenant().name())));
        }
    }

    private User owner(Tx tx, Actor by, String email, String name, String hash) {
        User user = Users.insert(tx, by.tenant(), email, name, BuiltInRole.OWNER.word(), now())
                .withPassword(hash);
        SqlUserStore.update(tx, user);
        audit.record(tx, by, AuditEntry.created("user", user.id(), Users.fields(user)));
        return user;
    }

    /** Whose password a link is about, before it is used. @throws Refused forbidden: it is none, or none any more */
    public User whose(String secret) {
        User user = links.find(secret, now())
                .map(OneTimeLink::user)
                .flatMap(users::find)
                .orElseThrow(OneTimeLinks::none);
        tenants.mustBeServed(user.tenant());
        return user;
    }

    /**
     * Somebody chooses a password with a link, which is used up.
     *
     * @param name by which they are called; null: stays
     * @param then run in the same unit
     * @throws Refused forbidden: the link is none, or none any more; invalid
     */
    public <T extends @Nullable Object> T accept(
            String secret, String password, @Nullable String name, Actor.Origin origin, Then<T> then) {
        User user = whose(secret);
        if (name != null) {
            Users.checkName(name);
        }
        String hash = passwords.hash(password, user.email());
        return users.write(user.id(), tx -> {
            OneTimeLink link = SqlOneTimeLinkStore.take(tx, secret, now()).orElseThrow(OneTimeLinks::none);
            User before = SqlUserStore.find(tx, user.id())
                    .filter(found -> !found.disabled())
                    .orElseThrow(OneTimeLinks::none);
            User named = name == null ? before : before.withName(name.strip());
            User after = named.withPassword(hash).withChangedAt(now());
            SqlUserStore.update(tx, after);
            SqlOneTimeLinkStore.remove(tx, after.id());
            Actor by = Actor.user(after.tenant(), Set.of(), after.email(), origin);
            audit.record(
                    tx,
                    by,
                    AuditEntry.changed("user", after.id(), Users.fields(before), Users.fields(after))
                            .as(
                                    link.purpose() == OneTimeLink.Purpose.INVITATION
                                            ? "invitation-accepted"
                                            : "password-set"));
            return then.run(tx, after);
        });
    }

    private void look(String secret, OneTimeLink.Purpose purpose) {
        if (links.find(secret, now()).filter(link -> link.purpose() == purpose).isEmpty()) {
            throw none();
        }
    }

    private static void mustBeNeeded(Tx tx) {
        if (!SqlUserStore.isEmpty(tx)) {
            throw Refused.conflict(
                    null,
                    "The server is set up already. Ask an owner for an invitation; ./ohmstead admin users, on the server,"
                            + " lists them.");
        }
    }

    private static Refused none() {
        return Refused.forbidden(
                "link",
                "This link was used already, or is too old, or was never one. Ask for another; on the server,"
                        + " ./ohmstead admin setup-link or reset-password makes one.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

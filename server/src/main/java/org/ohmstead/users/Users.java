package org.ohmstead.users;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Principal;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.roles.BuiltInRole;
import org.ohmstead.roles.Role;
import org.ohmstead.roles.Roles;

/** The people of an organisation: they are invited, have a role, are disabled and removed. */
@Singleton
public class Users {
    static final Duration INVITATION = Duration.ofDays(7);
    static final Duration NEW_PASSWORD = Duration.ofDays(1);

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"'(),:;\\\\]{1,64}@[^\\s@<>\"'(),:;\\\\]{1,185}");
    private static final int LONGEST_NAME = 100;

    private final SqlUserStore store;
    private final Roles roles;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Users(SqlUserStore store, Roles roles, AuditLog audit, Clock clock) {
        this.store = store;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    /** A user with a link by which somebody chooses their password. */
    public record Linked(User user, OneTimeLink.Made link) {}

    Page<User> page(long tenant, @Nullable String search, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(tenant, search, limit.rows() + 1, after), limit, user -> Cursor.at(user.id()));
    }

    /** @throws Refused not found, also for one of another organisation */
    public User get(long tenant, long id) {
        return store.find(id).filter(user -> user.tenant() == tenant).orElseThrow(() -> notFound(id));
    }

    /** Whoever it is, of whichever organisation; for those who have been let in as them. */
    public Optional<User> find(long id) {
        return store.find(id);
    }

    /** Whoever signs in with an address, of whichever organisation. */
    public Optional<User> byEmail(String email) {
        return store.byEmail(email);
    }

    /** By which an address is the same, however it is written. */
    public static String emailKey(String email) {
        return SqlUserStore.key(email);
    }

    /** What the audit log tells of a user. */
    static Map<String, Object> fields(User user) {
        return Map.of(
                "email", user.email(),
                "name", user.name(),
                "role", user.role(),
                "disabled", user.disabled(),
                "secondFactor", user.hasSecondFactor());
    }

    /**
     * A new user, who gets in by the link.
     *
     * @throws Refused invalid; in conflict: somebody has that address; not allowed: the role may more than who gives it
     */
    public Linked invite(Principal by, String email, String name, String role) {
        roles.given(by, role);
        return insert(by.actor(), email, name, role, OneTimeLink.Purpose.INVITATION);
    }

    private Linked insert(Actor by, String email, String name, String role, OneTimeLink.Purpose purpose) {
        Instant now = now();
        checkEmail(email);
        checkName(name);
        return store.write(null, tx -> {
            User user = insert(tx, by.tenant(), email, name, role, now);
            audit.record(tx, by, AuditEntry.created("user", user.id(), fields(user)));
            return new Linked(user, link(tx, by, user, purpose, now, INVITATION));
        });
    }

    static User insert(Tx tx, long tenant, String email, String name, String role, Instant now) {
        if (SqlUserStore.byEmail(tx, email).isPresent()) {
            throw Refused.conflict("email", "Somebody signs in with " + email.strip() + " already.");
        }
        return SqlUserStore.insert(
                tx, new User(0, tenant, email.strip(), name.strip(), role, null, null, null, false, now, now, null));
    }

    /** Changes name, role, or whether somebody may sign in. */
    public User change(Principal by, long id, UnaryOperator<User> changes) {
        return write(by.actor().tenant(), id, (tx, before) -> {
            mayTouch(by, before);
            User after = changes.apply(before).withChangedAt(now());
            checkName(after.name());
            if (!after.role().equals(before.role())) {
                roles.given(by, after.role());
            }
            if (!isOwner(after) && isOwner(before)) {
                notTheLastOwner(tx, before);
            }
            SqlUserStore.update(tx, after);
            audit.record(tx, by.actor(), AuditEntry.changed("user", id, fields(before), fields(after)));
            return after;
        });
    }

    /** Removes somebody; what they did stays in the audit log. */
    void remove(Principal by, long id, Consumer<User> check) {
        write(by.actor().tenant(), id, (tx, before) -> {
            mayTouch(by, before);
            check.accept(before);
            if (isOwner(before)) {
                notTheLastOwner(tx, before);
            }
            SqlUserStore.delete(tx, id);
            audit.record(tx, by.actor(), AuditEntry.deleted("user", id, fields(before)));
            return before;
        });
    }

    /**
     * A link by which somebody chooses a new password; what they had counts until then.
     *
     * @throws Refused in conflict for one's own: whoever sits at an open desk must not need no password for it
     */
    Linked newPassword(Principal by, long id) {
        notOneself(by, id, "PUT /api/v1/me/password changes your own password, with the one that you have.");
        return store.write(id, tx -> {
            User user = SqlUserStore.find(tx, id)
                    .filter(found -> found.tenant() == by.actor().tenant())
                    .orElseThrow(() -> notFound(id));
            mayTouch(by, user);
            OneTimeLink.Purpose purpose =
                    user.password() == null ? OneTimeLink.Purpose.INVITATION : OneTimeLink.Purpose.PASSWORD;
            audit.record(tx, by.actor(), AuditEntry.done("user", id, "password-link-made"));
            return new Linked(
                    user,
                    link(tx, by.actor(), user, purpose, now(), user.password() == null ? INVITATION : NEW_PASSWORD));
        });
    }

    /** The same, of whichever organisation, for whoever works on the server's own machine. */
    public Linked newPasswordByMachine(Actor by, User of, boolean removeSecondFactor) {
        return store.write(of.id(), tx -> {
            User user = SqlUserStore.find(tx, of.id()).orElseThrow(() -> notFound(of.id()));
            if (removeSecondFactor) {
                SqlUserStore.update(tx, user.withTotp(null).withChangedAt(now()));
                SqlUserStore.recoveryCodes(tx, user, Set.of());
                audit.record(tx, by.of(user.tenant()), AuditEntry.done("user", user.id(), "second-factor-removed"));
            }
            audit.record(tx, by.of(user.tenant()), AuditEntry.done("user", user.id(), "password-link-made"));
            return new Linked(user, link(tx, by, user, OneTimeLink.Purpose.PASSWORD, now(), NEW_PASSWORD));
        });
    }

    /** Somebody's wrong tries are forgotten. */
    public void unlocked(Actor by, User user) {
        store.write(null, tx -> {
            audit.record(tx, by.of(user.tenant()), AuditEntry.done("user", user.id(), "unlocked"));
            return null;
        });
    }

    /** Of all organisations, for whoever works on the server's own machine. */
    public List<User> all() {
        return store.all();
    }

    private static void notOneself(Principal by, long id, String instead) {
        if (by.proof() instanceof Principal.SignedIn person && person.user() == id) {
            throw Refused.conflict(null, "This is for others. " + instead);
        }
    }

    /** Takes somebody's second factor away, who has lost it. @throws Refused in conflict for one's own */
    User removeSecondFactor(Principal by, long id) {
        notOneself(
                by, id, "POST /api/v1/me/second-factor/removal takes your own second factor away, with your password.");
        return write(by.actor().tenant(), id, (tx, before) -> {
            mayTouch(by, before);
            User after = before.withTotp(null).withChangedAt(now());
            SqlUserStore.update(tx, after);
            SqlUserStore.recoveryCodes(tx, after, Set.of());
            audit.record(tx, by.actor(), AuditEntry.done("user", id, "second-factor-removed"));
            return after;
        });
    }

    static OneTimeLink.Made link(Tx tx, Actor by, User user, OneTimeLink.Purpose purpose, Instant now, Duration valid) {
        OneTimeLink.Made made = new OneTimeLink.Made(
                new OneTimeLink(user.tenant(), purpose, user.id(), by.word(), now, now.plus(valid)),
                RandomSecrets.make());
        SqlOneTimeLinkStore.insert(tx, made);
        return made;
    }

    /** What is done to a user within a unit. */
    @FunctionalInterface
    private interface Change {
        User of(Tx tx, User before);
    }

    private User write(long tenant, long id, Change change) {
        return store.write(
                id,
                tx -> change.of(
                        tx,
                        SqlUserStore.find(tx, id)
                                .filter(user -> user.tenant() == tenant)
                                .orElseThrow(() -> notFound(id))));
    }

    /** Nobody changes somebody who may more than they do: a support who resets an owner's password would be an owner. */
    private void mayTouch(Principal by, User user) {
        Optional<Role> role = roles.find(user.tenant(), user.role());
        role.ifPresent(it -> Roles.mayGive(by, "role", it.permissions(), it.stationGroups()));
    }

    private static boolean isOwner(User user) {
        return user.role().equals(BuiltInRole.OWNER.word()) && !user.disabled();
    }

    private static void notTheLastOwner(Tx tx, User owner) {
        if (SqlUserStore.enabled(tx, owner.tenant(), owner.role()) <= 1
                && (owner.password() != null || owner.subject() != null)) {
            throw Refused.conflict(
                    "role", owner.email() + " is the only owner who can sign in. Make somebody else an owner first.");
        }
    }

    static void checkEmail(String email) {
        if (!isEmail(email)) {
            throw Refused.invalid("email", "email is '" + email + "'; allowed is an address such as anna@example.com.");
        }
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text.strip()).matches();
    }

    static void checkName(String name) {
        if (!isName(name)) {
            throw Refused.invalid(
                    "name",
                    "name must be 1 to " + LONGEST_NAME + " printable characters; it has " + name.length() + ".");
        }
    }

    /** Whether somebody can be called so. */
    public static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refused notFound(long id) {
        return Refused.notFound("There is no user " + id + ".");
    }
}

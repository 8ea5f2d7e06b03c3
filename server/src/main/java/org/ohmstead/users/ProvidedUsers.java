package org.ohmstead.users;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.roles.BuiltInRole;

/**
 * People whom an identity provider has proven. They are found by what the provider calls them, before that by an address that it has
 * verified, and made where there is nobody. Their role is the one that it gives, each time.
 */
@Singleton
public class ProvidedUsers {
    /** By whom changes are made that follow from what the provider says. */
    private static final String RULE = "oidc";

    private final SqlUserStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ProvidedUsers(SqlUserStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whom the provider has proven.
     *
     * @param tenant   into which it lets people
     * @param subject  by which it knows them, for ever; an address may be another's tomorrow
     * @param verified whether the address is theirs
     * @param role     that it gives them, which exists; null: none
     */
    public record Person(
            long tenant,
            String issuer,
            String subject,
            String email,
            boolean verified,
            String name,
            @Nullable String role) {
        private String key() {
            return keyOf(issuer, subject);
        }
    }

    /** What comes of it. */
    public enum Verdict {
        ADMITTED,
        /** What the provider says is no address that anybody could have here. */
        NO_EMAIL,
        /** The provider gives them no role; whoever had one is out. */
        NO_ROLE,
        DISABLED,
        /** Somebody has that address, and the provider does not say that it is theirs. */
        UNVERIFIED,
        /** Somebody has that address whom the provider knows by another name. */
        OTHER_SUBJECT,
        OTHER_ORGANISATION,
        /** The only owner who can sign in stays one. */
        LAST_OWNER
    }

    /** @param user null: nobody is let in */
    public record Admission(Verdict verdict, @Nullable User user) {}

    /** Whether somebody signs in at that provider, so that it decides whether they may. */
    public static boolean isOf(String issuer, User user) {
        return user.subject() != null && user.subject().startsWith(keyOf(issuer, ""));
    }

    private static String keyOf(String issuer, String subject) {
        return issuer + " " + subject;
    }

    /**
     * Lets somebody in, or not.
     *
     * @param ended what follows, in the same unit, where nothing counts any more by which somebody was signed in: they have no role
     *              now, or the provider answers for them from now on
     */
    public Admission admit(Person person, Actor.Origin origin, BiConsumer<Tx, User> ended) {
        if (!Users.isEmail(person.email())) {
            return new Admission(Verdict.NO_EMAIL, null);
        }
        Optional<User> known = store.bySubject(person.key()).or(() -> store.byEmail(person.email()));
        Long id = known.map(User::id).orElse(null);
        return store.write(id, tx -> {
            // Looked for again: somebody's two first sign-ins may come at once.
            User before = (id == null ? standing(tx, person) : SqlUserStore.find(tx, id)).orElse(null);
            if (before == null) {
                return create(tx, person, origin);
            }
            Verdict obstacle = obstacle(tx, before, person);
            if (obstacle == null) {
                if (!person.key().equals(before.subject())) {
                    ended.accept(tx, before);
                }
                return new Admission(Verdict.ADMITTED, update(tx, before, person, origin));
            }
            if (obstacle == Verdict.NO_ROLE && person.key().equals(before.subject())) {
                ended.accept(tx, before);
                audit.record(tx, by(before, origin), AuditEntry.done("user", before.id(), "access-ended"));
            }
            return new Admission(obstacle, null);
        });
    }

    private static Optional<User> standing(Tx tx, Person person) {
        return SqlUserStore.bySubject(tx, person.key()).or(() -> SqlUserStore.byEmail(tx, person.email()));
    }

    private @Nullable Verdict obstacle(Tx tx, User user, Person person) {
        boolean linked = person.key().equals(user.subject());
        if (user.tenant() != person.tenant()) {
            return Verdict.OTHER_ORGANISATION;
        } else if (!linked && isOf(person.issuer(), user)) {
            return Verdict.OTHER_SUBJECT;
        } else if (!linked && !person.verified()) {
            return Verdict.UNVERIFIED;
        } else if (user.disabled()) {
            return Verdict.DISABLED;
        } else if (person.role() == null) {
            return Verdict.NO_ROLE;
        }
        String owner = BuiltInRole.OWNER.word();
        boolean steps = user.role().equals(owner) && !person.role().equals(owner);
        return steps && SqlUserStore.enabled(tx, user.tenant(), owner) <= 1 ? Verdict.LAST_OWNER : null;
    }

    private Admission create(Tx tx, Person person, Actor.Origin origin) {
        String role = person.role();
        if (role == null) {
            return new Admission(Verdict.NO_ROLE, null);
        }
        User made = Users.insert(tx, person.tenant(), person.email(), person.name(), role, now())
                .withSubject(person.key());
        SqlUserStore.update(tx, made);
        audit.record(tx, by(made, origin), AuditEntry.created("user", made.id(), fields(made)));
        return new Admission(Verdict.ADMITTED, made);
    }

    private User update(Tx tx, User before, Person person, Actor.Origin origin) {
        String role = String.valueOf(person.role());
        if (person.key().equals(before.subject()) && role.equals(before.role())) {
            return before;
        }
        User after = before.withSubject(person.key()).withRole(role).withChangedAt(now());
        SqlUserStore.update(tx, after);
        audit.record(tx, by(after, origin), AuditEntry.changed("user", after.id(), fields(before), fields(after)));
        return after;
    }

    private static Map<String, Object> fields(User user) {
        Map<String, Object> fields = new HashMap<>(Users.fields(user));
        fields.put("subject", user.subject() == null ? "" : user.subject());
        return fields;
    }

    private static Actor by(User user, Actor.Origin origin) {
        return Actor.user(user.tenant(), Set.of(), user.email(), origin).followedBy(RULE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

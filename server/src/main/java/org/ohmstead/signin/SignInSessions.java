package org.ohmstead.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.tenants.Tenants;
import org.ohmstead.users.ProvidedUsers;
import org.ohmstead.users.User;
import org.ohmstead.users.Users;

/**
 * Who is signed in. A session is carried on by a secret, of which another takes the place from time to time (a browser's cookie)
 * or at each use (a program's refresh token). Whoever shows one that was replaced has a copy, and so has somebody else: the
 * session ends (RFC 9700, 4.14.2).
 */
@Singleton
public class SignInSessions {
    private static final Duration ROTATED_EVERY = Duration.ofMinutes(15);
    /** Requests that a page had sent when the answer with the new cookie was on its way still show the old one. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final Pattern SECRET = Pattern.compile("(\\d{1,18})\\.([A-Za-z0-9_-]{43})");
    private static final int LONGEST_AGENT = 300;

    private final SqlSignInSessionStore store;
    private final Users users;
    private final Tenants tenants;
    private final SignInSettings settings;
    private final Clock clock;

    @Inject
    public SignInSessions(
            SqlSignInSessionStore store, Users users, Tenants tenants, SignInSettings settings, Clock clock) {
        this.store = store;
        this.users = users;
        this.tenants = tenants;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A session that stands.
     *
     * @param secret to be shown from now on; null: the one that was shown
     */
    public record Standing(
            SignInSession session, User user, @Nullable String secret) {
        @Override
        public String toString() {
            return "Standing " + session;
        }
    }

    /**
     * Signs somebody in who has proved who they are, within the unit that says so.
     *
     * @throws Refused forbidden: their organisation is suspended
     */
    Standing begin(Tx tx, User user, SignInSession.Kind kind, Actor.Origin origin, @Nullable String userAgent) {
        tenants.mustBeServed(user.tenant());
        Instant now = now();
        String secret = RandomSecrets.make();
        SignInSession session = new SignInSession(
                0,
                user.tenant(),
                user.id(),
                kind,
                RandomSecrets.hash(secret),
                null,
                now,
                now,
                now,
                expiry(kind, now, now),
                origin.address(),
                userAgent == null ? null : userAgent.substring(0, Math.min(userAgent.length(), LONGEST_AGENT)),
                null);
        long id = store.insert(tx, session);
        return new Standing(withId(session, id), user, id + "." + secret);
    }

    /** By a browser's cookie. Blocks now and then. */
    public Optional<Standing> byCookie(String cookie) {
        return shown(cookie, SignInSession.Kind.BROWSER);
    }

    /** By a program's refresh token, which counts once. Blocks. */
    Optional<Standing> byRefreshToken(String token) {
        return shown(token, SignInSession.Kind.PROGRAM);
    }

    /** By its number, as an access token has it. */
    public Optional<Standing> byId(long id) {
        return store.find(id).flatMap(this::standing).map(standing -> {
            note(standing.session());
            return standing;
        });
    }

    /** The same for what stays open: nobody is at work only because a stream is. */
    Optional<Standing> byIdUnnoted(long id) {
        return store.find(id).flatMap(this::standing);
    }

    private Optional<Standing> shown(String text, SignInSession.Kind kind) {
        Matcher parts = SECRET.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String secret = parts.group(2);
        Optional<Standing> found = store.find(Long.parseLong(parts.group(1)))
                .filter(session -> session.kind() == kind)
                .flatMap(this::standing);
        return found.flatMap(standing -> proven(standing, secret));
    }

    private Optional<Standing> proven(Standing standing, String secret) {
        SignInSession session = standing.session();
        boolean program = session.kind() == SignInSession.Kind.PROGRAM;
        if (RandomSecrets.matches(secret, session.secretHash())) {
            if (!tenants.isServed(session.tenant())) {
                return rested(standing);
            }
            boolean due = program || session.rotatedAt().plus(ROTATED_EVERY).isBefore(now());
            return due ? rotated(standing) : Optional.of(noted(standing));
        }
        String previous = session.previousHash();
        if (previous == null || !RandomSecrets.matches(secret, previous)) {
            return Optional.empty();
        }
        if (!program && session.rotatedAt().plus(GRACE).isAfter(now())) {
            return Optional.of(standing);
        }
        store.end(session.id(), SignInSession.End.REUSE, now());
        return Optional.empty();
    }

    /** Of an organisation that is suspended: what was shown is not used up, and counts again when that is resumed. */
    private Optional<Standing> rested(Standing standing) {
        if (standing.session().kind() == SignInSession.Kind.PROGRAM) {
            tenants.mustBeServed(standing.user().tenant());
        }
        return Optional.of(standing); // the door refuses a browser, as it does whoever has an access token
    }

    private Optional<Standing> rotated(Standing standing) {
        SignInSession session = standing.session();
        String secret = RandomSecrets.make();
        Instant now = now();
        boolean done = store.rotate(
                session.id(),
                session.secretHash(),
                RandomSecrets.hash(secret),
                now,
                expiry(session.kind(), session.createdAt(), now));
        if (done) {
            return Optional.of(new Standing(session, standing.user(), session.id() + "." + secret));
        }
        // Another request was first. A browser's has the new cookie; of two programs with one token, one has a copy.
        if (session.kind() == SignInSession.Kind.PROGRAM) {
            store.end(session.id(), SignInSession.End.REUSE, now);
            return Optional.empty();
        }
        return store.find(session.id()).flatMap(this::standing);
    }

    private Standing noted(Standing standing) {
        note(standing.session());
        return standing;
    }

    private void note(SignInSession session) {
        Instant now = now();
        if (session.usedAt().plus(NOTED_EVERY).isBefore(now)) {
            store.used(session.id(), now, expiry(session.kind(), session.createdAt(), now));
        }
    }

    private Optional<Standing> standing(SignInSession session) {
        if (session.endedBy() != null || !session.expiresAt().isAfter(now())) {
            return Optional.empty();
        }
        return users.find(session.user())
                .filter(user -> !user.disabled())
                .map(user -> new Standing(session, user, null));
    }

    /** Whether an identity provider answers for somebody: then no password of theirs counts, nor do links to choose one. */
    boolean isProvided(User user) {
        String issuer = settings.issuer();
        return issuer != null && ProvidedUsers.isOf(issuer, user);
    }

    List<SignInSession> of(long user) {
        return store.of(user, now());
    }

    /** Ends one. @return false: the user has none of that number */
    boolean end(long user, long id, SignInSession.End why) {
        boolean own = store.find(id).filter(session -> session.user() == user).isPresent();
        if (own) {
            store.end(id, why, now());
        }
        return own;
    }

    /** Ends all of a user within a unit. @param but one that goes on; null: none */
    public void endAll(Tx tx, long user, @Nullable Long but, SignInSession.End why) {
        store.endAll(tx, user, but, why, now());
    }

    /** A program may sleep for longer than a person is away from the desk. */
    private Instant expiry(SignInSession.Kind kind, Instant created, Instant now) {
        Instant longest = created.plus(settings.longest());
        if (kind == SignInSession.Kind.PROGRAM) {
            return longest;
        }
        Instant idle = now.plus(settings.idle());
        return idle.isBefore(longest) ? idle : longest;
    }

    private static SignInSession withId(SignInSession session, long id) {
        return new SignInSession(
                id,
                session.tenant(),
                session.user(),
                session.kind(),
                session.secretHash(),
                session.previousHash(),
                session.rotatedAt(),
                session.createdAt(),
                session.usedAt(),
                session.expiresAt(),
                session.address(),
                session.userAgent(),
                session.endedBy());
    }

    /** The time that counts for all of them, to the millisecond. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

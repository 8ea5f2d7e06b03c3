package org.ohmstead.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.users.User;
import org.ohmstead.users.UserChanges;
import org.ohmstead.users.UserPasswords;
import org.ohmstead.users.Users;

/**
 * Lets people in by e-mail address, password and, where they have one, second factor. Whether it was the address, the password or
 * the code that was wrong nobody learns, neither from the words nor from the time that they take.
 */
@Singleton
public class SignIn {
    /** What a browser or program shows. @param code of the second factor, or a recovery code; null: none */
    public record Credentials(
            String email, String password, @Nullable String code, SignInSession.Kind kind) {
        @Override
        public String toString() {
            return "Credentials of " + email;
        }
    }

    /** From where. @param device that has signed in to this account before; null: none */
    public record From(
            Actor.Origin origin,
            @Nullable String userAgent,
            @Nullable String device) {}

    private final UserChanges changes;
    private final UserPasswords passwords;
    private final TotpCodes totp;
    private final SignInSessions sessions;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    @Inject
    public SignIn(
            UserChanges changes,
            UserPasswords passwords,
            TotpCodes totp,
            SignInSessions sessions,
            SignInThrottle throttle,
            AuditLog audit) {
        this.changes = changes;
        this.passwords = passwords;
        this.totp = totp;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * Signs somebody in. Takes some tens of milliseconds.
     *
     * @throws Refused unknown caller; too many; forbidden, once all was right: the organisation is suspended
     */
    public SignInSessions.Standing with(Credentials shown, From from) {
        String account = Users.emailKey(shown.email());
        SignInThrottle.Try one = throttle.take(from.origin().address(), account, from.device());
        Optional<User> user = changes.byEmail(shown.email()).filter(found -> !found.disabled());
        boolean right =
                passwords.matches(shown.password(), user.map(User::password).orElse(null));
        if (!right) {
            throw wrong();
        }
        User known = user.orElseThrow();
        if (sessions.isProvided(known)) {
            throw new Refused(
                    Refused.Kind.FORBIDDEN,
                    "Not by password",
                    "This account signs in with the identity provider, and its password counts no more.",
                    null);
        }
        String code = shown.code();
        if (known.hasSecondFactor() && code == null) {
            one.giveBack(); // that is half a sign-in, and no guess
            throw new Refused(
                    Refused.Kind.UNKNOWN_CALLER,
                    "Second factor needed",
                    "This account has a second factor. Send the code of the app, or a recovery code, as code.",
                    "code");
        }
        try {
            SignInSessions.Standing standing = changes.write(known.id(), (tx, before) -> {
                User proven = code == null || !before.hasSecondFactor() ? before : withCode(tx, before, code);
                return begun(tx, proven, shown.kind(), from);
            });
            one.giveBack();
            return standing;
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.FORBIDDEN) {
                one.giveBack(); // all was right, but the organisation is suspended
            }
            throw refused;
        }
    }

    /** Somebody whom an identity provider has proven, with a second factor or without: that is for the provider to ask. */
    public SignInSessions.Standing proven(User user, SignInSession.Kind kind, From from) {
        return changes.write(user.id(), (tx, before) -> {
            if (before.disabled()) {
                throw wrong();
            }
            return begun(tx, before, kind, from);
        });
    }

    private SignInSessions.Standing begun(Tx tx, User user, SignInSession.Kind kind, From from) {
        User signedIn = user.withSignedInAt(sessions.now());
        changes.update(tx, signedIn);
        Actor actor = Actor.user(user.tenant(), Set.of(), user.email(), from.origin());
        audit.record(tx, actor, AuditEntry.done("user", user.id(), "signed-in"));
        return sessions.begin(tx, signedIn, kind, from.origin(), from.userAgent());
    }

    /** A code counts once. */
    private User withCode(Tx tx, User user, String code) {
        User.Totp own = user.totp();
        OptionalLong step = own == null ? OptionalLong.empty() : totp.step(own, code);
        if (own != null && step.isPresent()) {
            return user.withTotp(new User.Totp(own.secret(), step.getAsLong()));
        }
        if (changes.useRecoveryCode(tx, user.id(), TotpCodes.recoveryHash(code))) {
            return user;
        }
        throw wrong();
    }

    static Refused wrong() {
        return new Refused(
                Refused.Kind.UNKNOWN_CALLER,
                "Sign-in failed",
                "E-mail address, password or code is wrong. An owner of the organisation can make a link for a new password.",
                null);
    }
}

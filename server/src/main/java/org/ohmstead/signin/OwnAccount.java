package org.ohmstead.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.users.User;
import org.ohmstead.users.UserChanges;
import org.ohmstead.users.UserPasswords;

/**
 * What somebody changes of their own account. Whoever sits down at a desk where another has signed in must not take the account
 * over: password and second factor change only with the password.
 */
@Singleton
public class OwnAccount {
    private final UserChanges changes;
    private final UserPasswords passwords;
    private final TotpCodes totp;
    private final SignInSessions sessions;
    private final SignInThrottle throttle;
    private final AuditLog audit;

    @Inject
    public OwnAccount(
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

    /** A second factor that is not in force yet. @param uri what an authenticator app reads */
    public record NewFactor(String secret, String uri) {}

    User rename(User user, Actor by, String name) {
        return changes.write(user.id(), (tx, before) -> {
            User after = before.withName(name).withChangedAt(now());
            changes.update(tx, after);
            audit.record(
                    tx,
                    by,
                    AuditEntry.changed("user", user.id(), Map.of("name", before.name()), Map.of("name", after.name())));
            return after;
        });
    }

    /** A new password; everybody else who is signed in as this user is out then. */
    void changePassword(User user, Principal.SignedIn by, Actor actor, @Nullable String current, String password) {
        prove(user, actor, current);
        String hash = passwords.hash(password, user.email());
        changes.write(user.id(), (tx, before) -> {
            changes.update(tx, before.withPassword(hash).withChangedAt(now()));
            sessions.endAll(tx, user.id(), by.session(), SignInSession.End.PASSWORD);
            audit.record(tx, actor, AuditEntry.done("user", user.id(), "password-set"));
            return null;
        });
    }

    /** A second factor to be put into an app; it counts from {@link #confirm} on. */
    NewFactor newFactor(User user, Actor actor, @Nullable String current) {
        prove(user, actor, current);
        String secret = totp.makeSecret();
        return new NewFactor(secret, TotpCodes.uri(user.email(), secret));
    }

    /**
     * The app has it: from now on it is asked for.
     *
     * @param code of the app, for that secret
     * @return recovery codes, which are never shown again
     */
    Set<String> confirm(
            User user, Principal.SignedIn by, Actor actor, @Nullable String current, String secret, String code) {
        prove(user, actor, current);
        if (!TotpCodes.isSecret(secret)) {
            throw Refused.invalid("secret", "secret is not one that this server made. Ask for a new one.");
        }
        User.Totp factor = new User.Totp(secret, null);
        long step = totp.step(factor, code)
                .orElseThrow(() -> Refused.invalid(
                        "code",
                        "code is not the one of this secret at this time. Look whether the clocks of app and server are right"
                                + " (the server's: " + now().truncatedTo(ChronoUnit.SECONDS) + ")."));
        Set<String> codes = TotpCodes.makeRecoveryCodes();
        changes.write(user.id(), (tx, before) -> {
            User after = before.withTotp(new User.Totp(secret, step)).withChangedAt(now());
            changes.update(tx, after);
            changes.recoveryCodes(tx, after, hashes(codes));
            sessions.endAll(tx, user.id(), by.session(), SignInSession.End.PASSWORD);
            audit.record(tx, actor, AuditEntry.done("user", user.id(), "second-factor-set"));
            return null;
        });
        return codes;
    }

    void removeFactor(User user, Actor actor, @Nullable String current) {
        prove(user, actor, current);
        changes.write(user.id(), (tx, before) -> {
            User after = before.withTotp(null).withChangedAt(now());
            changes.update(tx, after);
            changes.recoveryCodes(tx, after, Set.of());
            audit.record(tx, actor, AuditEntry.done("user", user.id(), "second-factor-removed"));
            return null;
        });
    }

    /** @return new ones; those before count no more */
    Set<String> newRecoveryCodes(User user, Actor actor, @Nullable String current) {
        prove(user, actor, current);
        Set<String> codes = TotpCodes.makeRecoveryCodes();
        changes.write(user.id(), (tx, before) -> {
            if (!before.hasSecondFactor()) {
                throw Refused.conflict(null, "There is no second factor, so nothing to recover. Set one first.");
            }
            changes.recoveryCodes(tx, before, hashes(codes));
            audit.record(tx, actor, AuditEntry.done("user", user.id(), "recovery-codes-made"));
            return null;
        });
        return codes;
    }

    /** Everybody who is signed in as this user is out. */
    void signOutEverywhere(User user, Actor actor) {
        changes.write(user.id(), (tx, before) -> {
            sessions.endAll(tx, user.id(), null, SignInSession.End.SIGN_OUT);
            audit.record(tx, actor, AuditEntry.done("user", user.id(), "signed-out-everywhere"));
            return null;
        });
    }

    int recoveryCodesLeft(User user) {
        return changes.recoveryCodesLeft(user.id());
    }

    private void prove(User user, Actor actor, @Nullable String current) {
        String hash = user.password();
        if (hash == null) {
            return; // they sign in elsewhere, and have none
        }
        SignInThrottle.Try one = throttle.take(actor.origin().address(), "own " + user.id(), null);
        if (current == null || !passwords.matches(current, hash)) {
            throw Refused.forbidden("currentPassword", "currentPassword is not the password of this account.");
        }
        one.giveBack();
    }

    private static Set<String> hashes(Set<String> codes) {
        return codes.stream().map(TotpCodes::recoveryHash).collect(Collectors.toSet());
    }

    private Instant now() {
        return sessions.now();
    }
}

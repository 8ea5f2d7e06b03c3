package org.ohmstead.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.users.User;

class SignInTest {
    private static final String WRONG = "a sentence of nobody";

    private final AccessWorld world = new AccessWorld(TestDatabases.sqlite());
    private final SignInSettings settings = SignInSettings.defaults();
    private final SignInSessions sessions = new SignInSessions(
            new SqlSignInSessionStore(world.database, world.commits),
            world.users,
            world.tenants,
            settings,
            world.clock);
    private final TotpCodes totp = new TotpCodes(world.clock);
    private final SignInThrottle throttle = new SignInThrottle(world.clock);
    private final SignIn signIn = new SignIn(world.changes, world.passwords, totp, sessions, throttle, world.audit);
    private final OwnAccount account =
            new OwnAccount(world.changes, world.passwords, totp, sessions, throttle, world.audit);
    private final User owner = world.owner();

    @AfterEach
    void close() {
        world.close();
    }

    private SignInSessions.Standing in(String password, @Nullable String code) {
        return in(AccessWorld.OWNER, password, code, "192.0.2.7", null);
    }

    private SignInSessions.Standing in(
            String email, String password, @Nullable String code, String address, @Nullable String device) {
        return signIn.with(
                new SignIn.Credentials(email, password, code, SignInSession.Kind.BROWSER),
                new SignIn.From(new Actor.Origin(address, "r"), "a browser", device));
    }

    private Refused refused(String email, String password, String address, @Nullable String device) {
        return catchThrowableOfType(Refused.class, () -> in(email, password, null, address, device));
    }

    @Test
    void the_right_password_lets_in_and_nothing_tells_what_was_wrong() {
        SignInSessions.Standing standing = in(AccessWorld.PASSWORD, null);
        assertThat(sessions.byCookie(String.valueOf(standing.secret()))).isPresent();
        Refused password = refused(AccessWorld.OWNER, WRONG, "192.0.2.1", null);
        Refused nobody = refused("nobody@example.org", WRONG, "192.0.2.1", null);
        assertThat(password.kind()).isEqualTo(Refused.Kind.UNKNOWN_CALLER);
        assertThat(nobody.getMessage()).isEqualTo(password.getMessage());
        world.users.change(
                world.as(owner), world.member("anna@example.org", "viewer").id(), user -> user.withDisabled(true));
        assertThat(refused("anna@example.org", AccessWorld.PASSWORD, "192.0.2.1", null)
                        .getMessage())
                .isEqualTo(password.getMessage());
        assertThat(world.audited("user", owner.id())).isEqualTo("created signed-in");
    }

    @Test
    void that_an_organisation_is_suspended_is_told_to_nobody_but_who_has_the_right_password() {
        SignInSessions.Standing browser = in(AccessWorld.PASSWORD, null);
        SignInSessions.Standing program = signIn.with(
                new SignIn.Credentials(AccessWorld.OWNER, AccessWorld.PASSWORD, null, SignInSession.Kind.PROGRAM),
                new SignIn.From(new Actor.Origin("192.0.2.7", "r"), null, null));
        RegisteredTenant known = world.tenants.get(1).orElseThrow();
        suspend(known.withSuspension(new RegisteredTenant.Suspension(Instant.EPOCH, "unpaid")));
        for (int i = 0; i < 12; i++) { // more than may be wrong
            Refused told = refused(AccessWorld.OWNER, AccessWorld.PASSWORD, "192.0.2.7", null);
            assertThat(told.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
            assertThat(told.detail()).contains("is suspended", "unpaid");
        }
        assertThat(refused(AccessWorld.OWNER, WRONG, "192.0.2.7", null).getMessage())
                .isEqualTo(
                        refused("nobody@example.org", WRONG, "192.0.2.7", null).getMessage());
        String refresh = String.valueOf(program.secret());
        Refused refreshed = catchThrowableOfType(Refused.class, () -> sessions.byRefreshToken(refresh));
        assertThat(refreshed.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
        world.clock.advance(Duration.ofMinutes(20)); // the cookie is due for another secret, and keeps its own
        assertThat(sessions.byCookie(String.valueOf(browser.secret()))
                        .orElseThrow()
                        .secret())
                .isNull();

        suspend(known);
        assertThat(sessions.byRefreshToken(refresh)).as("it was not used up").isPresent();
        assertThat(sessions.byCookie(String.valueOf(browser.secret()))).isPresent();
        assertThat(in(AccessWorld.PASSWORD, null).user().id()).isEqualTo(owner.id());
    }

    private void suspend(RegisteredTenant as) {
        world.tenants.write(as.tenant(), tx -> {
            world.tenants.update(tx, as);
            return null;
        });
    }

    @Test
    void whoever_guesses_waits_from_one_address_or_from_a_thousand_and_the_owner_does_not() {
        for (int i = 0; i < 10; i++) {
            assertThat(refused(AccessWorld.OWNER, WRONG, "203.0.113." + i, null).kind())
                    .isEqualTo(Refused.Kind.UNKNOWN_CALLER);
        }
        for (int i = 10; i < 200; i++) {
            Refused more = refused(AccessWorld.OWNER, AccessWorld.PASSWORD, "203.0.113." + i, null);
            assertThat(more.kind()).as("also the right one").isEqualTo(Refused.Kind.TOO_MANY);
            assertThat(more.retryAfter()).isPositive();
        }
        assertThat(in(AccessWorld.OWNER, AccessWorld.PASSWORD, null, "192.0.2.7", "known")
                        .user()
                        .id())
                .as("a browser that has been in before")
                .isEqualTo(owner.id());
        throttle.unlock(AccessWorld.OWNER);
        assertThat(in(AccessWorld.PASSWORD, null).user().id()).isEqualTo(owner.id());
        for (int i = 0; i < 25; i++) {
            refused("user" + i + "@example.org", WRONG, "198.51.100.9", null);
        }
        for (int i = 0; i < 5; i++) {
            refused("more" + i + "@example.org", WRONG, "198.51.100.9", null);
        }
        assertThat(refused("last@example.org", WRONG, "198.51.100.9", null).kind())
                .isEqualTo(Refused.Kind.TOO_MANY);
        world.clock.advance(Duration.ofMinutes(31));
        assertThat(refused("last@example.org", WRONG, "198.51.100.9", null).kind())
                .isEqualTo(Refused.Kind.UNKNOWN_CALLER);
    }

    @Test
    void a_second_factor_is_asked_for_and_each_code_counts_once() {
        SignInSessions.Standing first = in(AccessWorld.PASSWORD, null);
        SignInSessions.Standing other = in(AccessWorld.PASSWORD, null);
        Principal.SignedIn here =
                new Principal.SignedIn(owner.id(), first.session().id(), true);
        Actor actor = world.as(owner).actor();
        OwnAccount.NewFactor factor = account.newFactor(owner, actor, AccessWorld.PASSWORD);
        assertThat(factor.uri()).startsWith("otpauth://totp/Ohmstead:olga%40example.org?secret=" + factor.secret());
        Refused wrong = catchThrowableOfType(
                Refused.class,
                () -> account.confirm(owner, here, actor, AccessWorld.PASSWORD, factor.secret(), "000000"));
        assertThat(wrong.field()).isEqualTo("code");
        Set<String> recovery =
                account.confirm(owner, here, actor, AccessWorld.PASSWORD, factor.secret(), code(factor.secret()));
        assertThat(recovery).hasSize(10).allMatch(one -> one.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
        assertThat(sessions.byCookie(String.valueOf(first.secret()))).isPresent();
        assertThat(sessions.byCookie(String.valueOf(other.secret()))).isEmpty();

        assertThat(refused(AccessWorld.OWNER, AccessWorld.PASSWORD, "192.0.2.7", null)
                        .title())
                .isEqualTo("Second factor needed");
        assertThat(refusedCode(code(factor.secret())))
                .as("used by the confirmation")
                .isNotNull();
        world.clock.advance(Duration.ofSeconds(30));
        String code = code(factor.secret());
        assertThat(in(AccessWorld.PASSWORD, code).user().id()).isEqualTo(owner.id());
        assertThat(refusedCode(code)).isNotNull();
        String one = recovery.iterator().next();
        assertThat(in(AccessWorld.PASSWORD, one.toUpperCase().replace("-", " "))
                        .user()
                        .id())
                .isEqualTo(owner.id());
        assertThat(refusedCode(one)).isNotNull();
        assertThat(world.changes.recoveryCodesLeft(owner.id())).isEqualTo(9);
    }

    private @Nullable Refused refusedCode(String code) {
        return catchThrowableOfType(Refused.class, () -> in(AccessWorld.PASSWORD, code));
    }

    private String code(String secret) {
        return totp.code(secret, Math.floorDiv(world.clock.instant().getEpochSecond(), 30));
    }

    @Test
    void a_new_password_puts_everybody_else_out() {
        SignInSessions.Standing here = in(AccessWorld.PASSWORD, null);
        SignInSessions.Standing there = in(AccessWorld.PASSWORD, null);
        Principal.SignedIn mine =
                new Principal.SignedIn(owner.id(), here.session().id(), true);
        Actor actor = world.as(owner).actor();
        Refused wrong = catchThrowableOfType(
                Refused.class, () -> account.changePassword(owner, mine, actor, WRONG, "quite another sentence"));
        assertThat(wrong.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
        account.changePassword(owner, mine, actor, AccessWorld.PASSWORD, "quite another sentence");
        assertThat(sessions.byCookie(String.valueOf(here.secret()))).isPresent();
        assertThat(sessions.byCookie(String.valueOf(there.secret()))).isEmpty();
        assertThat(in("quite another sentence", null).user().id()).isEqualTo(owner.id());
    }

    /** RFC 6238, appendix B, for SHA-1: the last six of its eight digits. */
    @Test
    void codes_are_those_of_the_standard() {
        String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertThat(totp.code(secret, 59 / 30)).isEqualTo("287082");
        assertThat(totp.code(secret, 1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(totp.code(secret, 20_000_000_000L / 30)).isEqualTo("353130");
    }
}

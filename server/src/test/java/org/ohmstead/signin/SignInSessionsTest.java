package org.ohmstead.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.access.Actor;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.users.User;

class SignInSessionsTest {
    private static final TestDatabases.Kind SQLITE = new TestDatabases.Kind("SQLite", TestDatabases::sqlite);

    /** The sessions of a world. */
    private record Signed(AccessWorld world, SignInSessions sessions, SqlSigningKeys keys) implements AutoCloseable {
        static Signed over(TestDatabases.Kind kind) {
            AccessWorld world = new AccessWorld(kind.open());
            return new Signed(
                    world,
                    new SignInSessions(
                            new SqlSignInSessionStore(world.database, world.commits),
                            world.users,
                            world.tenants,
                            SignInSettings.defaults(),
                            world.clock),
                    new SqlSigningKeys(world.database, world.commits, world.clock));
        }

        SignInSessions.Standing begin(SignInSession.Kind kind) {
            return world.changes.write(
                    world.owner().id(), (tx, user) -> sessions.begin(tx, user, kind, Actor.Origin.WITHIN, "agent"));
        }

        @Override
        public void close() {
            world.close();
        }
    }

    private static String secret(SignInSessions.Standing standing) {
        return Objects.requireNonNull(standing.secret());
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_cookie_is_replaced_and_the_old_one_ends_all_when_it_comes_again(TestDatabases.Kind kind) {
        try (Signed in = Signed.over(kind)) {
            String first = secret(in.begin(SignInSession.Kind.BROWSER));
            assertThat(in.sessions.byCookie(first).orElseThrow().secret()).isNull();
            in.world.clock.advance(Duration.ofMinutes(16));
            String second = secret(in.sessions.byCookie(first).orElseThrow());
            assertThat(second).isNotEqualTo(first);
            assertThat(in.sessions.byCookie(first))
                    .as("of a request that was on its way")
                    .isPresent();
            assertThat(in.sessions.byCookie(second)).isPresent();
            in.world.clock.advance(Duration.ofMinutes(2));
            assertThat(in.sessions.byCookie(first)).isEmpty();
            assertThat(in.sessions.byCookie(second)).as("somebody has a copy").isEmpty();
        }
    }

    @Test
    void a_refresh_token_counts_once_and_its_reuse_ends_the_sign_in() {
        try (Signed in = Signed.over(SQLITE)) {
            String first = secret(in.begin(SignInSession.Kind.PROGRAM));
            assertThat(in.sessions.byCookie(first)).as("is no cookie").isEmpty();
            SignInSessions.Standing next = in.sessions.byRefreshToken(first).orElseThrow();
            String second = secret(next);
            String third = secret(in.sessions.byRefreshToken(second).orElseThrow());
            assertThat(in.sessions.byId(next.session().id())).isPresent();
            assertThat(in.sessions.byRefreshToken(second)).isEmpty();
            assertThat(in.sessions.byRefreshToken(third)).isEmpty();
            assertThat(in.sessions.byId(next.session().id())).isEmpty();
        }
    }

    @Test
    void a_session_ends_by_itself_when_nobody_is_there_and_in_any_case() {
        try (Signed in = Signed.over(SQLITE)) {
            String cookie = secret(in.begin(SignInSession.Kind.BROWSER));
            for (int hours = 0; hours < 29 * 24; hours += 11) {
                in.world.clock.advance(Duration.ofHours(11));
                String next = in.sessions.byCookie(cookie).orElseThrow().secret();
                cookie = next == null ? cookie : next;
            }
            in.world.clock.advance(Duration.ofHours(11));
            in.world.clock.advance(Duration.ofHours(11));
            assertThat(in.sessions.byCookie(cookie)).isEmpty();
            String away = secret(in.begin(SignInSession.Kind.BROWSER));
            in.world.clock.advance(Duration.ofHours(12));
            assertThat(in.sessions.byCookie(away)).isEmpty();
        }
    }

    @Test
    void whoever_is_disabled_or_signs_out_is_out_at_once() {
        try (Signed in = Signed.over(SQLITE)) {
            User anna = in.world.member("anna@example.org", "viewer");
            SignInSessions.Standing here = in.world.changes.write(
                    anna.id(),
                    (tx, user) -> in.sessions.begin(tx, user, SignInSession.Kind.BROWSER, Actor.Origin.WITHIN, null));
            SignInSessions.Standing owner = in.begin(SignInSession.Kind.BROWSER);
            assertThat(in.sessions.end(anna.id(), owner.session().id(), SignInSession.End.ENDED))
                    .as("that of somebody else")
                    .isFalse();
            in.world.users.change(in.world.as(in.world.owner()), anna.id(), user -> user.withDisabled(true));
            assertThat(in.sessions.byCookie(secret(here))).isEmpty();
            assertThat(in.sessions.end(owner.user().id(), owner.session().id(), SignInSession.End.SIGN_OUT))
                    .isTrue();
            assertThat(in.sessions.byCookie(secret(owner))).isEmpty();
            assertThat(in.sessions.of(owner.user().id())).isEmpty();
        }
    }

    @Test
    void a_token_counts_by_our_algorithm_key_audience_and_time_alone() throws JOSEException {
        try (Signed in = Signed.over(SQLITE)) {
            AccessTokens tokens = new AccessTokens(in.keys, in.world.clock);
            SignInSession session = in.begin(SignInSession.Kind.PROGRAM).session();
            String good = tokens.make(session);
            assertThat(tokens.session(good)).hasValue(session.id());
            JWTClaimsSet ours = claims(in.world, session.id()).build();
            assertThat(tokens.session(signed(JWSAlgorithm.HS256, in.keys.of("access-token"), ours)))
                    .as("the same as ours")
                    .hasValue(session.id());
            assertThat(tokens.session(new PlainJWT(ours).serialize())).isEmpty();
            assertThat(tokens.session(signed(JWSAlgorithm.HS256, RandomSecrets.bytes(32), ours)))
                    .isEmpty();
            assertThat(tokens.session(signed(JWSAlgorithm.HS512, RandomSecrets.bytes(64), ours)))
                    .isEmpty();
            assertThat(tokens.session(
                            resigned(in, claims(in.world, session.id()).audience("other"))))
                    .isEmpty();
            assertThat(tokens.session(
                            resigned(in, claims(in.world, session.id()).issuer("other"))))
                    .isEmpty();
            assertThat(tokens.session(
                            resigned(in, claims(in.world, session.id()).expirationTime(null))))
                    .isEmpty();
            assertThat(tokens.session(good.substring(0, good.length() - 2) + "xx"))
                    .isEmpty();
            assertThat(tokens.session("a.b.c")).isEmpty();
            assertThat(tokens.session("x".repeat(5000))).isEmpty();
            in.world.clock.advance(SignInSettings.ACCESS_TOKEN);
            assertThat(tokens.session(good)).isEmpty();
        }
    }

    private static JWTClaimsSet.Builder claims(AccessWorld world, long session) {
        return new JWTClaimsSet.Builder()
                .issuer("ohmstead")
                .audience("ohmstead-api")
                .claim("sid", session)
                .expirationTime(Date.from(world.clock.instant().plusSeconds(600)));
    }

    private static String resigned(Signed in, JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.HS256, in.keys.of("access-token"), claims.build());
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    @Test
    void a_device_has_its_token_for_one_account() {
        try (Signed in = Signed.over(SQLITE)) {
            DeviceTokens devices = new DeviceTokens(new ServerMacs(in.keys));
            String token = devices.make("Olga@example.org");
            assertThat(devices.isOf(token, "olga@EXAMPLE.org")).isTrue();
            assertThat(devices.isOf(token, "anna@example.org")).isFalse();
            assertThat(devices.isOf(token + "x", "olga@example.org")).isFalse();
            assertThat(devices.isOf("nothing", "olga@example.org")).isFalse();
        }
    }
}

package org.ohmstead.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Database;
import org.ohmstead.signin.ServerMacs;
import org.ohmstead.signin.SignIn;
import org.ohmstead.signin.SignInSession;
import org.ohmstead.signin.SignInSessions;
import org.ohmstead.signin.SignInSettings;
import org.ohmstead.signin.SignInThrottle;
import org.ohmstead.signin.SqlSignInSessionStore;
import org.ohmstead.signin.SqlSigningKeys;
import org.ohmstead.signin.TotpCodes;
import org.ohmstead.users.ProvidedUsers;
import org.ohmstead.users.User;

/** A server beside an identity provider, with a clock that is set by hand. */
final class OidcWorld implements AutoCloseable {
    static final Actor.Origin ORIGIN = new Actor.Origin("192.0.2.7", "r");
    static final OidcClientSettings.RoleRules RULES = OidcClientSettings.RoleRules.of(
            "realm_access.roles", List.of("admins=owner", "staff=operator", "kings=king"), "");

    final AccessWorld world;
    final FakeProvider provider;
    final OidcClientSettings settings;
    final Attempts attempts;
    final OidcSignIn oidc;
    final Admissions admissions;
    final SignInSessions sessions;
    final SignIn signIn;

    OidcWorld(Database database) {
        this(database, false, Duration.ofSeconds(10));
    }

    OidcWorld(Database database, boolean trustEmail, Duration patience) {
        world = new AccessWorld(database);
        provider = new FakeProvider(world.clock);
        settings = new OidcClientSettings(
                provider.issuer(),
                FakeProvider.CLIENT,
                FakeProvider.SECRET,
                "https://csms.example.com",
                "Keycloak",
                RULES,
                "default",
                trustEmail);
        attempts = new Attempts(
                new ServerMacs(new SqlSigningKeys(world.database, world.commits, world.clock)), world.clock);
        Provider asked = new Provider(settings, world.clock, new ProviderHttp(patience));
        oidc = new OidcSignIn(settings, asked, attempts, new IdTokens(asked, settings, world.clock));
        sessions = new SignInSessions(
                new SqlSignInSessionStore(world.database, world.commits),
                world.users,
                world.tenants,
                new SignInSettings(Duration.ofHours(12), Duration.ofDays(30), provider.issuer()),
                world.clock);
        admissions = new Admissions(
                settings,
                new ProvidedUsers(world.userStore, world.audit, world.clock),
                world.roles,
                world.tenants,
                sessions);
        signIn = new SignIn(
                world.changes,
                world.passwords,
                new TotpCodes(world.clock),
                sessions,
                new SignInThrottle(world.clock),
                world.audit);
    }

    /** What the provider says of whoever signs in next, besides what it always says. */
    void says(UnaryOperator<JWTClaimsSet.Builder> claims) {
        provider.signing = usual -> provider.sign(
                claims.apply(new JWTClaimsSet.Builder(usual)).build(), com.nimbusds.jose.JWSAlgorithm.RS256, 0);
    }

    void says(String claim, @Nullable Object value) {
        says(claims -> claims.claim(claim, value));
    }

    void gives(String... roles) {
        says("realm_access", Map.of("roles", List.of(roles)));
    }

    /** The whole way there and back, without a browser. */
    JWTClaimsSet claims() {
        OidcSignIn.Departure departure = oidc.depart("/users");
        return arrive(departure, provider.code(departure.url()));
    }

    JWTClaimsSet arrive(OidcSignIn.Departure departure, @Nullable String code) {
        String state = FakeProvider.query(
                        departure.url().substring(departure.url().indexOf('?') + 1))
                .get("state");
        OidcSignIn.Return back = new OidcSignIn.Return(code, state, null, null);
        return oidc.arrive(oidc.begun(departure.cookie(), back), back);
    }

    /** Somebody comes in. */
    User in() {
        return admissions.admitted(claims(), ORIGIN);
    }

    SignInSessions.Standing session() {
        return signIn.proven(in(), SignInSession.Kind.BROWSER, new SignIn.From(ORIGIN, "a browser", null));
    }

    boolean stands(SignInSessions.Standing standing) {
        return sessions.byCookie(Objects.requireNonNull(standing.secret())).isPresent();
    }

    /** The provider has these keys now and no others. */
    void keys(JWK... keys) {
        provider.keys.clear();
        provider.keys.addAll(new JWKSet(List.of(keys)).getKeys());
    }

    @Override
    public void close() {
        provider.close();
        world.close();
    }
}

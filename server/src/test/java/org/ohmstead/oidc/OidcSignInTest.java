package org.ohmstead.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.oidc.OidcFailure.Reason;

/** Whom the provider's answers prove, and whom they do not. */
class OidcSignInTest {
    private final OidcWorld in = new OidcWorld(TestDatabases.sqlite());
    private final FakeProvider provider = in.provider;

    @AfterEach
    void close() {
        in.close();
    }

    private static OidcFailure failure(ThrowingCallable sign) {
        OidcFailure failure = catchThrowableOfType(OidcFailure.class, sign);
        assertThat(failure).as("nobody was let in").isNotNull();
        return failure;
    }

    private void unproven(String why) {
        OidcFailure failure = failure(in::claims);
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(Reason.UNPROVEN);
        assertThat(failure.getMessage()).contains(why);
    }

    @Test
    void the_way_there_and_back_proves_who_somebody_is() {
        OidcSignIn.Departure departure = in.oidc.depart("/users");
        Map<String, String> asked =
                FakeProvider.query(departure.url().substring(departure.url().indexOf('?') + 1));
        assertThat(departure.url()).startsWith(provider.issuer() + "/authorize?response_type=code&");
        assertThat(asked)
                .containsEntry("client_id", FakeProvider.CLIENT)
                .containsEntry("redirect_uri", "https://csms.example.com/api/v1/sign-in/oidc/callback")
                .containsEntry("scope", "openid email profile")
                .containsEntry("code_challenge_method", "S256");
        assertThat(List.of("state", "nonce", "code_challenge"))
                .allSatisfy(name -> assertThat(asked.get(name)).hasSize(43));
        JWTClaimsSet claims = in.arrive(departure, provider.code(departure.url()));
        assertThat(claims.getSubject()).isEqualTo("subject-1");
        String basic = "ohmstead:a+secret%3A+of+the+client";
        assertThat(provider.authorizations)
                .containsExactly("Basic " + Base64.getEncoder().encodeToString(basic.getBytes()));
        assertThat(provider.redeemed.getFirst()).doesNotContainKey("client_secret");
    }

    @Test
    void a_provider_that_takes_the_secret_in_the_body_alone_gets_it_there() {
        provider.discovery.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        in.claims();
        assertThat(provider.redeemed.getFirst())
                .containsEntry("client_id", FakeProvider.CLIENT)
                .containsEntry("client_secret", FakeProvider.SECRET);
        assertThat(provider.authorizations).containsExactly("null");
    }

    @Test
    void state_and_cookie_belong_together_and_the_cookie_is_ours_and_young() {
        OidcSignIn.Departure mine = in.oidc.depart("/");
        OidcSignIn.Departure other = in.oidc.depart("/");
        String code = provider.code(mine.url());
        String state = FakeProvider.query(mine.url().substring(mine.url().indexOf('?') + 1))
                .get("state");
        OidcSignIn.Return back = new OidcSignIn.Return(code, state, null, null);
        String changed = mine.cookie().replaceFirst("^\\d+", "99999999999");
        for (String cookie : Arrays.asList(null, "", "x", other.cookie(), changed, mine.cookie() + "x")) {
            assertThat(failure(() -> in.oidc.begun(cookie, back)).reason())
                    .as(String.valueOf(cookie))
                    .isEqualTo(Reason.EXPIRED);
        }
        assertThat(failure(() -> in.oidc.begun(mine.cookie(), new OidcSignIn.Return(code, null, null, null)))
                        .reason())
                .isEqualTo(Reason.EXPIRED);
        assertThat(in.oidc.begun(mine.cookie(), back).way()).isEqualTo("/");
        in.world.clock.advance(Duration.ofMinutes(10));
        assertThat(failure(() -> in.oidc.begun(mine.cookie(), back)).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(provider.redeemed).as("the provider was never asked").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/users?q=a, /users?q=a",
        "//evil.example, /",
        "'/\\evil.example', /",
        "https://evil.example, /",
        "'', /",
        "'/a\r\nSet-Cookie: x=y', /",
    })
    void the_way_leads_to_our_own_pages_alone(String wanted, String way) {
        assertThat(in.attempts.begin(wanted).way()).isEqualTo(way);
        assertThat(in.attempts
                        .of(in.attempts.begin(wanted).cookie())
                        .orElseThrow()
                        .way())
                .isEqualTo(way);
    }

    @Test
    void a_code_counts_once_and_for_whom_it_was_made() {
        OidcSignIn.Departure departure = in.oidc.depart("/");
        String code = provider.code(departure.url());
        in.arrive(departure, code);
        assertThat(failure(() -> in.arrive(departure, code)).reason()).isEqualTo(Reason.EXPIRED);
        String stolen = provider.code(in.oidc.depart("/").url());
        assertThat(failure(() -> in.arrive(departure, stolen)).reason())
                .as("the verifier is another")
                .isEqualTo(Reason.EXPIRED);
        assertThat(failure(() -> in.arrive(departure, null)).reason()).isEqualTo(Reason.DECLINED);
    }

    @Test
    void whoever_the_provider_declines_or_another_provider_sends_is_not_let_in() {
        Attempts.Attempt attempt = in.attempts.begin("/");
        assertThat(failure(() -> in.oidc.arrive(attempt, new OidcSignIn.Return(null, null, "access_denied", null)))
                        .reason())
                .isEqualTo(Reason.DECLINED);
        assertThat(failure(() ->
                                in.oidc.arrive(attempt, new OidcSignIn.Return("c", null, null, "https://evil.example")))
                        .reason())
                .isEqualTo(Reason.UNPROVEN);
        provider.discovery.put("authorization_response_iss_parameter_supported", true);
        in.world.clock.advance(Duration.ofHours(2));
        assertThat(failure(() -> in.oidc.arrive(attempt, new OidcSignIn.Return("c", null, null, null)))
                        .reason())
                .isEqualTo(Reason.UNPROVEN);
    }

    @Test
    void a_token_of_another_party_time_or_sign_in_does_not_count() {
        Instant now = in.world.clock.instant();
        in.says("nonce", "of another sign-in");
        unproven("(nonce)");
        in.says("nonce", null);
        unproven("(nonce)");
        in.says(claims -> claims.audience("another client"));
        unproven("is for [another client]");
        in.says(claims -> claims.audience(List.of(FakeProvider.CLIENT, "another client")));
        unproven("(azp null)");
        in.says("azp", "another client");
        unproven("(azp another client)");
        in.says(claims -> claims.issuer(provider.issuer() + "/"));
        unproven("is of the issuer");
        in.says(claims -> claims.subject(null));
        unproven("(sub)");
        in.says(claims -> claims.expirationTime(Date.from(now.minusSeconds(61))));
        unproven("(exp)");
        in.says(claims -> claims.expirationTime(null));
        unproven("(exp)");
        in.says(claims -> claims.issueTime(Date.from(now.plusSeconds(62))));
        unproven("(iat)");
        in.says(claims -> claims.issueTime(Date.from(now.minusSeconds(601))));
        unproven("(iat)");
        in.says(claims -> claims.issueTime(null));
        unproven("(iat)");
        in.says(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(62))));
        unproven("(nbf)");
        in.says(claims -> claims.audience(List.of(FakeProvider.CLIENT, "another client"))
                .claim("azp", FakeProvider.CLIENT)
                .expirationTime(Date.from(now.minusSeconds(30))));
        assertThat(in.claims().getSubject()).as("clocks differ a little").isEqualTo("subject-1");
    }

    @Test
    void no_algorithm_counts_whose_signer_has_no_private_key() throws Exception {
        provider.signing = claims -> new PlainJWT(claims).serialize();
        unproven("is no signed JWT");
        RSAKey rsa = provider.keys.getFirst().toRSAKey();
        byte[] publicKey = rsa.toRSAPublicKey().getEncoded();
        for (byte[] secret : List.of(publicKey, (FakeProvider.SECRET + " ".repeat(32)).getBytes())) {
            provider.signing = claims -> hmac(claims, secret);
            unproven("is signed with HS256");
        }
        RSAKey nobodys = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        provider.signing = claims -> FakeProvider.sign(claims, JWSAlgorithm.RS256, nobodys);
        unproven("is signed by no key");
        provider.signing = claims -> tampered(provider.sign(claims, JWSAlgorithm.RS256, 0));
        unproven("is signed by no key");
        for (JWSAlgorithm allowed : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            provider.signing = claims -> provider.sign(claims, allowed, 0);
            assertThat(in.claims().getSubject()).isEqualTo("subject-1");
        }
        provider.signing = claims -> provider.sign(claims, JWSAlgorithm.ES256, 1);
        assertThat(in.claims().getSubject()).isEqualTo("subject-1");
    }

    private static String hmac(JWTClaimsSet claims, byte[] secret) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("subject-1", "subject-2");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "."
                + parts[2];
    }

    @Test
    void a_new_key_is_asked_for_but_not_as_often_as_somebody_makes_one_up() throws Exception {
        in.claims();
        assertThat(provider.keysAsked).hasValue(1);
        JWK next = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        in.keys(next);
        assertThat(in.claims().getSubject()).isEqualTo("subject-1");
        assertThat(provider.keysAsked).hasValue(2);
        JWK madeUp = new RSAKeyGenerator(2048).keyID("made-up").generate();
        provider.signing = claims -> FakeProvider.sign(claims, JWSAlgorithm.RS256, madeUp);
        for (int i = 0; i < 20; i++) {
            unproven("is signed by no key");
        }
        assertThat(provider.keysAsked).hasValue(6);
        in.keys(madeUp);
        in.world.clock.advance(Duration.ofMinutes(1));
        assertThat(in.claims().getSubject()).isEqualTo("subject-1");
        in.keys(next);
        in.world.clock.advance(Duration.ofHours(2));
        provider.signing = claims -> FakeProvider.sign(claims, JWSAlgorithm.RS256, madeUp);
        unproven("is signed by no key");
    }

    @Test
    void a_key_that_is_too_small_does_not_count() throws Exception {
        RSAKey small = new RSAKeyGenerator(1024, true).keyID("small").generate();
        in.keys(small);
        provider.signing = claims -> FakeProvider.sign(claims, JWSAlgorithm.RS256, small);
        OidcFailure failure = failure(in::claims);
        assertThat(failure.reason()).isEqualTo(Reason.UNPROVEN);
    }

    @Test
    void a_provider_that_is_away_is_asked_again_after_a_moment() {
        provider.huge = "{\"x\":\"".concat("x".repeat(300 * 1024)).concat("\"}").getBytes();
        assertThat(failure(() -> in.oidc.depart("/")).reason()).isEqualTo(Reason.PROVIDER_AWAY);
        provider.huge = "<html>".getBytes();
        in.world.clock.advance(Duration.ofSeconds(11));
        assertThat(failure(() -> in.oidc.depart("/")).getMessage()).contains("no JSON object");
        provider.huge = null;
        assertThat(failure(() -> in.oidc.depart("/")).reason()).as("left alone").isEqualTo(Reason.PROVIDER_AWAY);
        in.world.clock.advance(Duration.ofSeconds(11));
        assertThat(in.oidc.depart("/").cookie()).isNotEmpty();
    }

    @Test
    void a_provider_that_says_nothing_is_given_up() {
        try (OidcWorld hasty = new OidcWorld(TestDatabases.sqlite(), false, Duration.ofMillis(200))) {
            hasty.provider.silent = true;
            OidcFailure failure = failure(() -> hasty.oidc.depart("/"));
            assertThat(failure.reason()).isEqualTo(Reason.PROVIDER_AWAY);
            assertThat(failure.getMessage()).contains("did not answer within");
        }
    }

    @Test
    void a_provider_that_is_another_or_asks_for_secrets_in_the_clear_is_not_used() {
        provider.discovery.put("issuer", "https://login.example.com/{tenantid}/v2.0");
        assertThat(failure(() -> in.oidc.depart("/")).getMessage()).contains("{tenantid}");
        provider.discovery.put("issuer", provider.issuer() + "/");
        provider.discovery.put("token_endpoint", "http://sso.example.com/token");
        in.world.clock.advance(Duration.ofSeconds(11));
        assertThat(failure(() -> in.oidc.depart("/")).getMessage()).contains("must be https");
        provider.discovery.remove("token_endpoint");
        in.world.clock.advance(Duration.ofSeconds(11));
        assertThat(failure(() -> in.oidc.depart("/")).getMessage()).contains("has no token_endpoint");
    }
}

package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who sign in with an identity provider, which may lie, be slow or away, at the packaged server. */
class OidcTest {
    private static final String HOME = "http://localhost";

    @TempDir
    private static Path folder;

    private static FakeProvider provider;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        provider = new FakeProvider();
        server = ServerProcess.start(
                folder,
                "--public-url=" + HOME,
                "--oidc-issuer=" + provider.issuer() + "/.well-known/openid-configuration",
                "--oidc-client-id=" + FakeProvider.CLIENT,
                "--oidc-client-secret=a secret of the client",
                "--oidc-name=Keycloak",
                "--oidc-roles-claim=groups",
                "--oidc-role-map=admins=owner,staff=operator",
                "--requests-per-address=off",
                "--admin-email=olga@example.org",
                "--admin-password=a sentence of the owner");
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @AfterEach
    void usual() {
        provider.says(claims -> claims);
        provider.padding(0);
        provider.silent(false);
    }

    private static TestBrowser browser() {
        return new TestBrowser(server.api().base());
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Goes to the provider. @return what it was sent there with */
    private static Map<String, String> depart(TestBrowser browser) {
        String url = location(browser.get("/api/v1/sign-in/oidc?to=%2Fusers"));
        assertThat(url).startsWith(provider.issuer() + "/authorize?");
        return FakeProvider.query(URI.create(url).getRawQuery());
    }

    private static String arrive(TestBrowser browser, String code, String state) {
        return location(browser.get("/api/v1/sign-in/oidc/callback?code=" + code + "&state=" + state
                + "&session_state=of-keycloak&hd=example.org"));
    }

    /** The whole way. @return where it leads */
    private static String in(TestBrowser browser) {
        Map<String, String> asked = depart(browser);
        return arrive(browser, provider.code(asked), asked.get("state"));
    }

    private static String failed(String word) {
        return HOME + "/sign-in?failed=" + word;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Api.JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    @Test
    void somebody_signs_in_and_is_who_the_provider_says() {
        JsonNode options = json(browser().get("/api/v1/sign-in/options?failed=no-role"));
        assertThat(options.at("/provider/name").asText()).isEqualTo("Keycloak");
        assertThat(options.at("/provider/url").asText()).isEqualTo(HOME + "/api/v1/sign-in/oidc");
        assertThat(options.path("failure").asText()).contains("no role");
        assertThat(json(browser().get("/api/v1/sign-in/options?failed=%3Cscript%3E"))
                        .path("failure")
                        .isNull())
                .isTrue();
        TestBrowser anna = browser();
        assertThat(depart(anna)).containsEntry("redirect_uri", HOME + "/api/v1/sign-in/oidc/callback");
        assertThat(anna.cookies()).containsOnlyKeys("ohmstead_attempt");
        assertThat(in(anna)).isEqualTo(HOME + "/users");
        assertThat(anna.cookies()).containsOnlyKeys("ohmstead_session");
        JsonNode me = json(anna.get("/api/v1/me"));
        assertThat(me.at("/user/email").asText()).isEqualTo("anna@example.org");
        assertThat(me.at("/user/role").asText()).isEqualTo("operator");
        provider.says(claims -> {
            claims.putArray("groups").add("admins");
            return claims;
        });
        assertThat(in(anna)).isEqualTo(HOME + "/users");
        assertThat(json(anna.get("/api/v1/me")).at("/user/role").asText()).isEqualTo("owner");
        provider.says(claims -> {
            claims.putArray("groups").add("guests");
            return claims;
        });
        assertThat(in(browser())).isEqualTo(failed("no-role"));
        assertThat(anna.get("/api/v1/me").statusCode()).as("access ends").isEqualTo(401);
        String id = me.at("/user/id").asText();
        assertThat(server.api().all("/api/v1/audit-logs?entity=user&entityId=" + id))
                .extracting(line -> line.path("action").asText())
                .startsWith("access-ended")
                .contains("created", "changed", "signed-in");
        assertThat(server.log()).doesNotContain("a secret of the client");
    }

    @Test
    void state_and_cookie_belong_together() {
        TestBrowser anna = browser();
        Map<String, String> asked = depart(anna);
        String code = provider.code(asked);
        assertThat(arrive(browser(), code, asked.get("state")))
                .as("another browser")
                .isEqualTo(failed("expired"));
        assertThat(arrive(anna, code, "x")).isEqualTo(failed("expired"));
        assertThat(arrive(anna, code, asked.get("state")))
                .as("the cookie counts once")
                .isEqualTo(failed("expired"));
        Map<String, String> again = depart(anna);
        Map<String, String> kept = new LinkedHashMap<>(anna.cookies());
        String once = provider.code(again);
        assertThat(arrive(anna, once, again.get("state"))).isEqualTo(HOME + "/users");
        anna.cookies().putAll(kept);
        assertThat(arrive(anna, once, again.get("state")))
                .as("a replayed code, with a copied cookie")
                .isEqualTo(failed("expired"));
    }

    @Test
    void tokens_that_prove_nothing_let_nobody_in() {
        Map<String, UnaryOperator<ObjectNode>> lies = new LinkedHashMap<>();
        lies.put("nonce", claims -> claims.put("nonce", "of another"));
        lies.put("audience", claims -> claims.put("aud", "another"));
        lies.put("issuer", claims -> claims.put("iss", "https://evil.example"));
        lies.put("expired", claims -> claims.put("exp", Instant.now().getEpochSecond() - 120));
        lies.forEach((lie, claims) -> {
            provider.says(claims);
            assertThat(in(browser())).as(lie).isEqualTo(failed("unproven"));
        });
        Map<String, Function<ObjectNode, String>> forged = new LinkedHashMap<>();
        forged.put("alg none", Jwt::unsigned);
        forged.put("HS256 with the public key", claims -> Jwt.hmac("HS256", claims, provider.publicKey()));
        forged.put(
                "HS256 with the secret", claims -> Jwt.hmac("HS256", claims, "a secret of the client".getBytes(UTF_8)));
        forged.forEach((lie, signing) -> {
            provider.signs(signing);
            assertThat(in(browser())).as(lie).isEqualTo(failed("unproven"));
        });
        provider.says(claims -> claims.put("email_verified", false));
        assertThat(in(browser())).isEqualTo(failed("unverified"));
    }

    @Test
    void another_subject_with_the_same_address_gets_no_account_of_it() {
        provider.says(claims -> claims.put("sub", "subject-7").put("email", "vera@example.org"));
        assertThat(in(browser())).isEqualTo(HOME + "/users");
        provider.says(claims -> claims.put("sub", "subject-8").put("email", "VERA@example.org"));
        TestBrowser other = browser();
        assertThat(in(other)).isEqualTo(failed("other-subject"));
        assertThat(other.cookies()).isEmpty();
    }

    @Test
    void keys_may_change_and_answers_be_too_long_or_never_come() {
        provider.rotate();
        assertThat(in(browser())).isEqualTo(HOME + "/users");
        provider.padding(300 * 1024);
        assertThat(in(browser())).isEqualTo(failed("provider-away"));
        provider.padding(0);
        TestBrowser anna = browser();
        Map<String, String> asked = depart(anna);
        provider.silent(true);
        assertThat(arrive(anna, provider.code(asked), asked.get("state"))).isEqualTo(failed("provider-away"));
    }

    @Test
    void a_server_starts_without_its_provider_and_says_so_and_one_without_any_offers_none(@TempDir Path other) {
        try (ServerProcess alone = ServerProcess.start(
                other,
                "--public-url=" + HOME,
                "--oidc-issuer=http://127.0.0.1:1",
                "--oidc-client-id=x",
                "--oidc-default-role=viewer")) {
            TestBrowser anna = new TestBrowser(alone.api().base());
            assertThat(location(anna.get("/api/v1/sign-in/oidc"))).isEqualTo(failed("provider-away"));
            assertThat(json(anna.get("/api/v1/sign-in/options?failed=provider-away"))
                            .path("failure")
                            .asText())
                    .contains("cannot be reached");
        }
    }
}

package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attack list of docs/security.md, as far as it is about getting in as somebody else. Stations charge meanwhile. */
class AttackOnSignInTest {
    private static final String OWNER = "olga@example.org";
    private static final String PASSWORD = "a sentence of the owner";

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static HonestStations honest;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                folder,
                "--trusted-proxies=127.0.0.1",
                "--requests-per-user=off",
                "--admin-email=" + OWNER,
                "--admin-password=" + PASSWORD);
        honest = new HonestStations(server);
    }

    @AfterAll
    static void stop() {
        honest.close();
        server.close();
    }

    private static TestBrowser browser() {
        return new TestBrowser(server.api().base());
    }

    private static String credentials(String email, String password, String client) {
        return Api.JSON
                .createObjectNode()
                .put("email", email)
                .put("password", password)
                .put("client", client)
                .toString();
    }

    /** From an address, as the proxy names it. */
    private static HttpResponse<String> signIn(String address, String email, String password) {
        return browser().post("/api/v1/sign-in", credentials(email, password, "program"), "X-Forwarded-For", address);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return Api.JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** Somebody of their own, so that no attack is in another's way. */
    private static String member(String email) {
        String link = server.api()
                .post("/api/v1/users", "{\"email\":\"" + email + "\",\"role\":\"viewer\"}")
                .ok()
                .path("link")
                .asText();
        String body = "{\"link\":\"" + link.substring(link.indexOf('#') + 1) + "\",\"password\":\"" + PASSWORD + "\"}";
        HttpResponse<String> chosen = browser().post("/api/v1/password", body, "X-Forwarded-For", "192.0.2.99");
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        return email;
    }

    @Test
    void guessing_from_one_address() {
        int in = 0;
        int waits = 0;
        for (int i = 0; i < 200; i++) {
            HttpResponse<String> answer = signIn("198.51.100.1", "user" + i + "@example.org", "a guess of somebody");
            in += answer.statusCode() == 200 ? 1 : 0;
            waits += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(waits).as("after thirty tries they wait").isGreaterThanOrEqualTo(165);
        honest.report("password guessing from one address", 200, in);
    }

    @Test
    void guessing_from_a_thousand_addresses() {
        String victim = member("victim@example.org");
        int in = 0;
        int waits = 0;
        for (int i = 0; i < 1_000; i++) {
            String address = "203.0." + i / 250 + "." + (i % 250 + 1);
            // The thirtieth guess is right, and comes too late.
            HttpResponse<String> answer = signIn(address, victim, i == 30 ? PASSWORD : "guess number " + i);
            in += answer.statusCode() == 200 ? 1 : 0;
            waits += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(waits)
                .as("after ten tries they wait, wherever they come from")
                .isGreaterThanOrEqualTo(980);
        honest.report("password guessing from 1,000 addresses", 1_000, in);
    }

    @Test
    void nobody_learns_whether_somebody_has_an_account() {
        String known = member("known@example.org");
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofUnknown = new ArrayList<>();
        int told = 0;
        for (int i = 0; i < 9; i++) {
            long begun = System.nanoTime();
            HttpResponse<String> there = signIn("192.0.2." + (i + 1), known, "a guess of somebody");
            ofKnown.add(System.nanoTime() - begun);
            begun = System.nanoTime();
            HttpResponse<String> nowhere =
                    signIn("192.0.2." + (i + 1), "nobody" + i + "@example.org", "a guess of somebody");
            ofUnknown.add(System.nanoTime() - begun);
            told += same(there, nowhere) ? 0 : 1;
        }
        ofKnown.sort(null);
        ofUnknown.sort(null);
        System.out.printf(
                Locale.ROOT,
                "attack | user probing: median %.1f ms where there is an account, %.1f ms where there is none%n",
                ofKnown.get(4) / 1e6,
                ofUnknown.get(4) / 1e6);
        honest.report("user probing by text", 18, told);
    }

    private static boolean same(HttpResponse<String> one, HttpResponse<String> other) {
        ObjectNode first = (ObjectNode) json(one);
        ObjectNode second = (ObjectNode) json(other);
        return one.statusCode() == 401
                && other.statusCode() == 401
                && first.without("correlationId").equals(second.without("correlationId"))
                && one.headers().map().keySet().equals(other.headers().map().keySet());
    }

    @Test
    void forged_access_tokens() throws Exception {
        JsonNode in = json(signIn("192.0.2.20", member("forged@example.org"), PASSWORD));
        String real = in.path("accessToken").asText();
        byte[] key = key();
        assertThat(me(Jwt.hmac("HS256", Jwt.claims(real), key)))
                .as("made with the server's own key")
                .isEqualTo(200);
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", Jwt.unsigned(Jwt.claims(real)));
        forged.put("without a signature", real.substring(0, real.lastIndexOf('.') + 1));
        forged.put("HS384 with the key", Jwt.hmac("HS384", Jwt.claims(real), key));
        forged.put("HS512 with the key", Jwt.hmac("HS512", Jwt.claims(real), key));
        forged.put("another key", Jwt.hmac("HS256", Jwt.claims(real), new byte[32]));
        forged.put("an empty sign", real.substring(0, real.length() - 2) + (real.endsWith("AA") ? "BB" : "AA"));
        forged.put("RS256", rs256(Jwt.claims(real)));
        long now = Instant.now().getEpochSecond();
        forged.put("expired", Jwt.hmac("HS256", Jwt.claims(real).put("exp", now - 1), key));
        forged.put("without an end", Jwt.hmac("HS256", Jwt.claims(real).without("exp"), key));
        forged.put("another audience", Jwt.hmac("HS256", Jwt.claims(real).put("aud", "another"), key));
        forged.put("without an audience", Jwt.hmac("HS256", Jwt.claims(real).without("aud"), key));
        forged.put("another issuer", Jwt.hmac("HS256", Jwt.claims(real).put("iss", "another"), key));
        forged.put("no such session", Jwt.hmac("HS256", Jwt.claims(real).put("sid", 999_999), key));
        forged.put("session as a text", Jwt.hmac("HS256", Jwt.claims(real).put("sid", "1 or 1=1"), key));
        int letIn = 0;
        List<String> taken = new ArrayList<>();
        for (Map.Entry<String, String> one : forged.entrySet()) {
            if (me(one.getValue()) != 401) {
                letIn++;
                taken.add(one.getKey());
            }
        }
        assertThat(taken).isEmpty();
        honest.report("JWT of another algorithm, key, audience, or expired", forged.size(), letIn);
    }

    private static byte[] key() {
        return Store.sqlite(folder)
                .rows("select secret from signing_key where name = 'access-token'", row -> Base64.getDecoder()
                        .decode(row.getString(1)))
                .getFirst();
    }

    private static String rs256(JsonNode claims) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String text = FakeProvider.base64("{\"alg\":\"RS256\"}".getBytes(UTF_8)) + "."
                + FakeProvider.base64(claims.toString().getBytes(UTF_8));
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(generator.generateKeyPair().getPrivate());
        rsa.update(text.getBytes(UTF_8));
        return text + "." + FakeProvider.base64(rsa.sign());
    }

    private static int me(String token) {
        return server.api().as(token).get("/api/v1/me").status();
    }

    @Test
    void a_refresh_token_that_was_copied() {
        int in = 0;
        int tried = 0;
        String email = member("copied@example.org");
        for (int i = 0; i < 5; i++) {
            JsonNode first = json(signIn("192.0.2." + (30 + i), email, PASSWORD));
            String copied = "{\"refreshToken\":\"" + first.path("refreshToken").asText() + "\"}";
            JsonNode next = json(browser().post("/api/v1/sign-in/refresh", copied, "X-Forwarded-For", "192.0.2.40"));
            assertThat(me(next.path("accessToken").asText())).isEqualTo(200);
            in += browser()
                                    .post("/api/v1/sign-in/refresh", copied, "X-Forwarded-For", "198.51.100.77")
                                    .statusCode()
                            == 200
                    ? 1
                    : 0;
            String newest = "{\"refreshToken\":\"" + next.path("refreshToken").asText() + "\"}";
            in += browser()
                                    .post("/api/v1/sign-in/refresh", newest, "X-Forwarded-For", "192.0.2.41")
                                    .statusCode()
                            == 200
                    ? 1
                    : 0;
            in += me(next.path("accessToken").asText()) == 200 ? 1 : 0;
            tried += 3;
        }
        honest.report("replayed refresh token, which ends the sign-in", tried, in);
    }

    @Test
    void a_session_that_was_planted() {
        String email = member("planted@example.org");
        TestBrowser attacker = in(member("attacker@example.org"));
        String own = attacker.cookies().get("ohmstead_session");
        int in = 0;
        List<String> planted = List.of("1." + "A".repeat(43), "planted", own, "0.x", "1 or 1=1");
        for (String secret : planted) {
            TestBrowser victim = browser();
            victim.cookies().put("ohmstead_session", secret);
            HttpResponse<String> answer = victim.post(
                    "/api/v1/sign-in", credentials(email, PASSWORD, "browser"), "X-Forwarded-For", "192.0.2.50");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(victim.get("/api/v1/me")).at("/user/email").asText())
                    .isEqualTo(email);
            TestBrowser thief = browser();
            thief.cookies().put("ohmstead_session", secret);
            String seen = json(thief.get("/api/v1/me")).at("/user/email").asText();
            in += victim.cookies().get("ohmstead_session").equals(secret) || seen.equals(email) ? 1 : 0;
        }
        honest.report("session fixation: a cookie that was planted before", planted.size(), in);
    }

    private static TestBrowser in(String email) {
        TestBrowser browser = browser();
        HttpResponse<String> answer = browser.post(
                "/api/v1/sign-in", credentials(email, PASSWORD, "browser"), "X-Forwarded-For", "192.0.2.60");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    @Test
    void pages_of_others_that_send_what_a_browser_may() {
        TestBrowser olga = in(OWNER);
        String own = server.api().base().toString();
        List<String[]> foreign = List.of(
                new String[] {},
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"},
                new String[] {"Origin", own + ".evil.example"},
                new String[] {"Origin", "http://127.0.0.1:1"},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"},
                new String[] {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"},
                new String[] {"Sec-Fetch-Site", "none"},
                new String[] {"Origin", own, "Sec-Fetch-Site", "cross-site"});
        int in = 0;
        for (int i = 0; i < foreign.size(); i++) {
            in += olga.post("/api/v1/stations", "{\"identity\":\"CSRF-" + i + "\"}", foreign.get(i))
                                    .statusCode()
                            != 403
                    ? 1
                    : 0;
        }
        assertThat(server.api().all("/api/v1/stations?q=CSRF")).isEmpty();
        assertThat(olga.post("/api/v1/stations", "{\"identity\":\"CSRF-OWN\"}", "Origin", own)
                        .statusCode())
                .as("a page of our own")
                .isEqualTo(201);
        int login = browser()
                .post("/api/v1/sign-in", credentials(OWNER, PASSWORD, "browser"), "Origin", "https://evil.example")
                .statusCode();
        in += login == 403 ? 0 : 1;
        honest.report("CSRF with and without Origin, and at the sign-in", foreign.size() + 1, in);
    }
}

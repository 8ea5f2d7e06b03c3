package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation of the API, asked by everybody: whoever shows nothing is told to (401), whoever may not is told what is missing
 * (403), and whoever may gets through. The operations are those of the API's document, so a new one is among them by itself.
 */
class RouteMatrixTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "a sentence of the owner";
    /** Whose it is, and only theirs to call; called last or not at all, since it ends what the others are about. */
    private static final Set<String> ENDS_THE_SIGN_IN = Set.of("signOut", "signOutEverywhere");

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static ApiDocument document;
    /** Who asks, by the token that they show. */
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();
    /** Who would ask, if their tenant were not suspended. */
    private static final Map<String, String> SUSPENDED = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                folder,
                "--admin-email=olga@example.org",
                "--admin-password=" + PASSWORD,
                "--requests-per-user=off",
                "--requests-per-address=off");
        document = ApiDocument.of(server.api());
        TOKENS.put("owner", signIn("olga@example.org", PASSWORD));
        Api owner = server.api().as(TOKENS.get("owner"));
        for (String role : List.of("operator", "support", "viewer")) {
            TOKENS.put(role, member(owner, role));
        }
        owner.post("/api/v1/roles", "{\"name\":\"nothing\",\"permissions\":[\"role.read\"]}")
                .ok();
        TOKENS.put("role of one's own", member(owner, "nothing"));
        TOKENS.put(
                "key",
                owner.post("/api/v1/api-keys", "{\"name\":\"k\",\"permissions\":[\"station.read\",\"session.stop\"]}")
                        .ok()
                        .path("secret")
                        .asText());
        TOKENS.put("machine", server.key());
        Tenants tenants = new Tenants(server);
        String ada = tenants.administrator("ada@example.org");
        TOKENS.put("installation's administrator", ada);
        TOKENS.put("owner of another tenant", tenants.owner(ada, "other", "Other", "otto@example.com"));
        String resi = tenants.owner(ada, "rest", "Rest", "resi@example.com");
        SUSPENDED.put("suspended tenant's owner", resi);
        SUSPENDED.put("suspended tenant's key", tenants.key(resi));
        server.api()
                .as(ada)
                .post("/api/v1/tenants/rest/suspend", "{\"reason\":\"for a while\"}")
                .ok();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String member(Api owner, String role) {
        String email = role + "@example.org";
        String link = owner.post("/api/v1/users", "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
                .ok()
                .path("link")
                .asText();
        String secret = link.substring(link.indexOf('#') + 1);
        server.api()
                .as("")
                .post("/api/v1/password", "{\"link\":\"" + secret + "\",\"password\":\"" + PASSWORD + "\"}")
                .ok();
        return signIn(email, PASSWORD);
    }

    private static String signIn(String email, String password) {
        return server.api()
                .as("")
                .post("/api/v1/sign-in", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}")
                .ok()
                .path("accessToken")
                .asText();
    }

    @Test
    void whoever_shows_nothing_gets_into_nothing_but_what_is_open() throws Exception {
        Set<String> open = new TreeSet<>();
        for (ApiDocument.Operation operation : operations()) {
            boolean isOpen = operation.node().path("security").isArray()
                    && operation.node().path("security").isEmpty();
            if (isOpen) {
                open.add(operation.id());
            }
            for (String shown : List.of("", "nonsense", "omk_aaaaaaaaaa_" + "x".repeat(43), "oml_" + "x".repeat(43))) {
                int status = status(operation, shown);
                if (isOpen) {
                    assertThat(status).as(operation.id()).isNotEqualTo(500);
                } else {
                    assertThat(status).as(operation.id() + " by " + shown).isEqualTo(401);
                }
            }
        }
        assertThat(open)
                .as("what is open to anybody")
                .containsExactlyInAnyOrder(
                        "choosePassword",
                        "finishSignInWithProvider",
                        "getHealth",
                        "getHealthLive",
                        "getHealthReady",
                        "getSetup",
                        "getSignInOptions",
                        "lookAtPasswordLink",
                        "refreshSignIn",
                        "setUp",
                        "signIn",
                        "signInWithProvider");
    }

    @Test
    void everybody_gets_what_their_permissions_say_and_nothing_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, String> who : TOKENS.entrySet()) {
            Set<String> own = permissions(who.getValue());
            for (ApiDocument.Operation operation : operations()) {
                String needed = operation.node().path("x-permission").asText();
                if (needed.isEmpty() || ENDS_THE_SIGN_IN.contains(operation.id())) {
                    continue;
                }
                int status = status(operation, who.getValue());
                boolean fits = own.contains(needed) ? status != 401 && status != 403 && status < 500 : status == 403;
                asked++;
                if (!fits) {
                    wrong.add(who.getKey() + " " + operation.id() + " (" + needed + "): " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(300);
    }

    @Test
    void nobody_of_a_suspended_tenant_gets_anything_but_what_is_open_to_anybody() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> who : SUSPENDED.entrySet()) {
            for (ApiDocument.Operation operation : operations()) {
                boolean isOpen = operation.node().path("security").isArray()
                        && operation.node().path("security").isEmpty();
                int status = status(operation, who.getValue());
                if (!isOpen && status != 403) {
                    wrong.add(who.getKey() + " " + operation.id() + ": " + status);
                }
            }
            assertThat(server.api().as(who.getValue()).get("/api/v1/me").text())
                    .contains("Organisation suspended", "for a while");
        }
        assertThat(wrong).isEmpty();
        Tenants tenants = new Tenants(server);
        assertThat(tenants.signIn("resi@example.com", Tenants.PASSWORD).status())
                .isEqualTo(403);
        assertThat(tenants.signIn("resi@example.com", "a sentence of nobody").status())
                .isEqualTo(401);
    }

    @Test
    void every_operation_says_what_it_needs() {
        List<String> silent = operations().stream()
                .filter(operation -> operation.node().path("x-permission").isMissingNode())
                .filter(operation -> !operation.node().path("security").isArray())
                .map(ApiDocument.Operation::id)
                .toList();
        assertThat(silent)
                .as("about whoever asks, and pages that need a sign-in alone")
                .allMatch(id -> Set.of("getApiDocument", "getMetrics", "getMe", "renameMe")
                                .contains(id)
                        || id.contains("My")
                        || ENDS_THE_SIGN_IN.contains(id));
    }

    @Test
    void the_roles_are_what_their_names_say() {
        assertThat(permissions(TOKENS.get("owner")))
                .contains("user.write", "api-key.write", "station.command", "audit.read")
                .doesNotContain("machine.admin", "tenant.read", "tenant.write");
        assertThat(permissions(TOKENS.get("operator")))
                .contains("station.write", "station.command", "token.write", "audit.read")
                .doesNotContain("user.write", "user.read", "api-key.write", "role.write");
        assertThat(permissions(TOKENS.get("support")))
                .contains("station.command", "session.stop", "token.write")
                .doesNotContain("station.write", "audit.read");
        assertThat(permissions(TOKENS.get("viewer"))).allMatch(word -> word.endsWith(".read"));
        assertThat(permissions(TOKENS.get("key"))).containsExactlyInAnyOrder("station.read", "session.stop");
        assertThat(permissions(TOKENS.get("machine"))).contains("machine.admin", "tenant.write");
        assertThat(permissions(TOKENS.get("installation's administrator")))
                .containsExactlyInAnyOrder("tenant.read", "tenant.write", "audit.read");
        assertThat(permissions(TOKENS.get("owner of another tenant")))
                .contains("user.write", "organisation.write", "station.command")
                .doesNotContain("tenant.read", "tenant.write", "status.read", "job.read");
    }

    private static Set<String> permissions(String token) {
        Set<String> words = new TreeSet<>();
        JsonNode me = server.api().as(token).get("/api/v1/me").ok();
        me.path("permissions").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Collection<ApiDocument.Operation> operations() {
        return document.operations().values();
    }

    /** With names in its path that nothing has, and a body that says nothing, so that nothing comes of it. */
    private static int status(ApiDocument.Operation operation, String token) throws IOException, InterruptedException {
        String path = operation.path().replaceAll("\\{[^}]+}", "0");
        String method = operation.method().toUpperCase(Locale.ROOT);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.api().base().resolve(path));
        JsonNode taken = operation.node().path("requestBody");
        if (!taken.isMissingNode()) {
            boolean json = !taken.has("content") || taken.path("content").has("application/json");
            String type = json
                    ? "application/json"
                    : taken.path("content").fieldNames().next();
            request.header("Content-Type", type).method(method, BodyPublishers.ofString("{}"));
        } else {
            request.method(method, BodyPublishers.noBody());
        }
        var answer = HTTP.send(server.api().as(token).authorised(request).build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("\"correlationId\"");
            }
        }
        return answer.statusCode();
    }
}

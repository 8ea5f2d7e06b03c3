package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/**
 * Two organisations on one server. The first has something marked of every kind; then the owner of the second asks every operation
 * that the API's document has, also with what belongs to the first in paths, queries and cursors: no mark is in any answer, header or
 * error. Then the first one is suspended, resumed and removed.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenantsApartTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration UNTIL_THE_DEAD_SERVER_IS_MISSED = Duration.ofMinutes(4);
    /** In whatever the first organisation has that takes a text. */
    private static final String MARK = "zebra";

    private static final String STATION = "ZEBRA-1";
    private static final String TOKEN = "ZEBRA0001";

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static Tenants tenants;
    private static ApiDocument document;
    private static Simulators simulators;
    private static String administrator;
    private static String first;
    private static String second;
    private static SimStation station;
    /** Numbers, identities, names and cursors of the first organisation. */
    private static final Set<String> THEIRS = new TreeSet<>(Set.of(STATION, TOKEN, "zebra-role", MARK));

    @BeforeAll
    static void twoOrganisations() {
        server = ServerProcess.start(folder, "--requests-per-user=off", "--requests-per-address=off");
        tenants = new Tenants(server);
        document = ApiDocument.of(server.api());
        administrator = tenants.administrator("ada@example.org");
        first = tenants.owner(administrator, "first", "First", "zoe@first.example");
        second = tenants.owner(administrator, "second", "Second", "sam@second.example");
        Api api = server.api().as(first);
        api.patch("/api/v1/organisation", "{\"name\":\"Zebra Charging\"}").ok();
        api.post("/api/v1/stations", "{\"identity\":\"" + STATION + "\",\"name\":\"Zebra yard\"}")
                .ok();
        api.post("/api/v1/tokens", "{\"value\":\"" + TOKEN + "\",\"note\":\"Zebra card\"}")
                .ok();
        api.post("/api/v1/roles", "{\"name\":\"zebra-role\",\"note\":\"Zebra\",\"permissions\":[\"station.read\"]}")
                .ok();
        api.post("/api/v1/users", "{\"email\":\"zack@zebra.example\",\"name\":\"Zebra Zack\",\"role\":\"zebra-role\"}")
                .ok();
        api.post("/api/v1/api-keys", "{\"name\":\"Zebra key\",\"permissions\":[\"station.read\"]}")
                .ok();
        simulators = new Simulators();
        station = simulators
                .station(new StationOptions(STATION)
                        .url(server.stationUrl() + "/first")
                        .version(OcppVersion.V201)
                        .callTimeout(PATIENCE))
                .patience(PATIENCE);
        charge(station);
        for (ApiDocument.Operation operation : operations("get")) {
            if (!operation.path().contains("{") && operation.path().startsWith("/api/")) {
                remember(operation);
            }
        }
        assertThat(THEIRS).as("what of theirs the other one may try").hasSizeGreaterThan(12);
    }

    private static void charge(SimStation station) {
        station.connect();
        station.plugIn(1);
        station.authorize(TOKEN);
        station.start(1);
        station.meter(1);
        station.stop(1);
        station.unplug(1);
        station.awaitDelivered();
        station.send("SecurityEventNotification");
        station.send("NotifyEvent");
    }

    @AfterAll
    static void stop() {
        simulators.close();
        server.close();
    }

    private static List<ApiDocument.Operation> operations(String method) {
        return document.operations().values().stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method))
                .toList();
    }

    /** Each number and name that a list of theirs shows, and the cursor of its next page. */
    private static void remember(ApiDocument.Operation list) {
        boolean paged = document.parameters(list, "query").containsKey("limit");
        JsonNode page =
                answer(first, "GET", list.path() + (paged ? "?limit=1" : "")).json();
        page.path("items").forEach(item -> {
            for (String field : List.of("id", "identity", "name", "session", "seq", "report")) {
                if (item.path(field).isValueNode() && !item.path("builtIn").asBoolean()) {
                    THEIRS.add(item.path(field).asText());
                }
            }
        });
        if (page.path("next").isTextual()) {
            THEIRS.add(page.path("next").asText());
        }
    }

    private record Answer(int status, String headers, String text) {
        JsonNode json() {
            try {
                return text.startsWith("{") || text.startsWith("[") ? Api.JSON.readTree(text) : Api.JSON.missingNode();
            } catch (IOException e) {
                throw new AssertionError(text, e);
            }
        }
    }

    /** Status, headers and body; of a stream that does not end by itself the headers alone. */
    private static Answer answer(String token, String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.api().base().resolve(path));
        if (method.equals("GET") || method.equals("DELETE")) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString("{}"));
        }
        try {
            var answer = HTTP.send(server.api().as(token).authorised(request).build(), BodyHandlers.ofInputStream());
            boolean endless =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            try (InputStream body = answer.body()) {
                String text = endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(answer.statusCode(), answer.headers().map().toString(), text);
            }
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was sent may stand in what comes back. */
    private static boolean isMarked(Answer answer, String sent) {
        String rest = (answer.headers() + answer.text()).replace(sent, "").toLowerCase(Locale.ROOT);
        return rest.contains(MARK);
    }

    @Test
    @Order(1)
    void the_first_one_sees_what_is_marked() {
        for (String path : List.of(
                "/api/v1/stations",
                "/api/v1/tokens",
                "/api/v1/users",
                "/api/v1/api-keys",
                "/api/v1/roles",
                "/api/v1/sessions",
                "/api/v1/audit-logs",
                "/api/v1/messages",
                "/api/v1/organisation",
                "/api/v1/me")) {
            assertThat(isMarked(answer(first, "GET", path), "nothing")).as(path).isTrue();
        }
    }

    @Test
    @Order(2)
    void nothing_of_one_is_in_any_answer_to_another_whatever_they_ask_for() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String who : List.of(second, administrator, tenants.key(second))) {
            for (ApiDocument.Operation operation : operations("get")) {
                if (who.equals(administrator) && isOurs(operation)) {
                    continue;
                }
                for (String path : paths(operation)) {
                    Answer answer = answer(who, "GET", path);
                    asked++;
                    boolean names = operation.path().contains("{");
                    boolean known = names && answer.status() == 200 && !isOurs(operation) && !isOfSecond(answer);
                    if (isMarked(answer, sent(path)) || answer.status() >= 500 || known) {
                        wrong.add(path + ": " + answer);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(500);
    }

    /** What everybody sees alike, and the names of organisations, which their administrators know. */
    private static boolean isOurs(ApiDocument.Operation operation) {
        return operation.path().startsWith("/api/v1/catalogue")
                || operation.path().startsWith("/api/v1/tenants")
                || operation.path().startsWith("/openapi");
    }

    /** Its own, which has by chance the number of one of the first one's. */
    private static boolean isOfSecond(Answer answer) {
        return answer.text().contains("sam@second.example");
    }

    @Test
    @Order(3)
    void nothing_of_one_is_changed_by_another_who_knows_its_name() {
        List<String> wrong = new ArrayList<>();
        for (String method : List.of("post", "put", "patch", "delete")) {
            for (ApiDocument.Operation operation : operations(method)) {
                if (operation.path().contains("{")) {
                    for (String path : paths(operation)) {
                        Answer answer = answer(second, method.toUpperCase(Locale.ROOT), path);
                        boolean done = answer.status() < 400 && !isOfSecond(answer);
                        if (isMarked(answer, sent(path)) || done || answer.status() >= 500) {
                            wrong.add(method + " " + path + ": " + answer);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        the_first_one_sees_what_is_marked();
        assertThat(server.api().as(first).all("/api/v1/stations")).hasSize(1);
    }

    /** The operation with what belongs to the first one in its path, or in each parameter of its query. */
    private static Set<String> paths(ApiDocument.Operation operation) {
        Set<String> paths = new LinkedHashSet<>();
        for (String theirs : THEIRS) {
            String path = operation.path();
            paths.add(path.replaceAll("\\{[^}]+}", encoded(theirs)));
            for (String parameter : document.parameters(operation, "path").keySet()) { // the others look as they should
                paths.add(path.replace("{" + parameter + "}", encoded(theirs)).replaceAll("\\{[^}]+}", "1"));
            }
            if (operation.method().equalsIgnoreCase("get") && !path.contains("{")) {
                for (String parameter : document.parameters(operation, "query").keySet()) {
                    paths.add(path + "?" + parameter + "=" + encoded(theirs));
                }
            }
        }
        return paths;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Which of theirs a path names. */
    private static String sent(String path) {
        return THEIRS.stream()
                .filter(theirs -> path.contains("/" + encoded(theirs)) || path.endsWith("=" + encoded(theirs)))
                .filter(theirs -> theirs.toLowerCase(Locale.ROOT).contains(MARK))
                .findFirst()
                .orElse("(nothing)");
    }

    @Test
    @Order(4)
    void a_suspended_one_is_out_at_once_and_in_again_when_it_is_resumed() {
        try (RawStation raw = RawStation.connect(server, "first/" + STATION, "ocpp2.0.1", null)) {
            raw.boot("ocpp2.0.1");
            tenant("POST", "/suspend", "{\"reason\":\"The contract ended\"}").ok();
            assertThat(raw.closeCode()).isEqualTo(1008);
        }
        assertThat(answer(first, "GET", "/api/v1/stations").status()).isEqualTo(403);
        assertThat(tenants.signIn("zoe@first.example", Tenants.PASSWORD).text())
                .contains("is suspended", "The contract ended");
        assertThat(tenants.signIn("zoe@first.example", "a sentence of nobody").text())
                .doesNotContain("suspended");
        assertThatThrownBy(() -> RawStation.connect(server, "first/" + STATION, "ocpp2.0.1", null))
                .hasMessageContaining("WebSocketHandshakeException");
        assertThat(answer(second, "GET", "/api/v1/stations").status()).isEqualTo(200);

        tenant("POST", "/resume", "").ok();
        assertThat(answer(first, "GET", "/api/v1/stations").status()).isEqualTo(200);
        try (RawStation raw = RawStation.connect(server, "first/" + STATION, "ocpp2.0.1", null)) {
            raw.boot("ocpp2.0.1");
        }
    }

    @Test
    @Order(5)
    void a_removal_goes_on_after_a_kill_and_leaves_the_slug_and_the_addresses_free() {
        tenant("POST", "/suspend", "{\"reason\":\"over\"}").ok();
        assertThat(tenant("DELETE", "?confirm=second", "").status()).isEqualTo(400);
        assertThat(tenant("DELETE", "?confirm=first", "").ok().path("state").asText())
                .isEqualTo("removing");
        server.kill();
        server.restart();
        Await.until(
                "the organisation is gone",
                UNTIL_THE_DEAD_SERVER_IS_MISSED,
                () -> tenant("GET", "", "").status() == 404);
        assertThat(tenants.signIn("zoe@first.example", Tenants.PASSWORD).status())
                .isEqualTo(401);
        String again = tenants.owner(administrator, "first", "Zebra Charging", "zoe@first.example");
        assertThat(server.api().as(again).all("/api/v1/stations")).isEmpty();
        assertThat(server.api().as(administrator).all("/api/v1/audit-logs"))
                .extracting(line -> line.path("action").asText())
                .contains("created", "suspended", "resumed", "removal-begun", "removed");
    }

    private static Api.Answer tenant(String method, String rest, String body) {
        Api api = server.api().as(administrator);
        String path = "/api/v1/tenants/first" + rest;
        return switch (method) {
            case "POST" -> api.post(path, body);
            case "DELETE" -> api.delete(path);
            default -> api.get(path);
        };
    }
}

package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attack list of docs/security.md, as far as it is about what is written into requests, by somebody who may do everything: no
 * text in any place makes the server fail, its answers say more than it meant, or its tables go; and nothing is set that nobody may
 * set. What to try is read from the API's document, so a new operation is tried by itself. Stations charge meanwhile.
 */
abstract class AttackOnTexts {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectWriter ASCII = Api.JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final String STATION = "ATTACKED";

    private static final List<String> IN_BODIES = List.of(
            "",
            "\0",
            "a\0b",
            "x\r\nX-Injected: yes\r\n\r\n<html>",
            "'; drop table station; --",
            "\" or 1=1 --",
            "' or '1'='1",
            "%' escape '\\",
            "\ud800",
            "\udfff\ud800 x",
            "\u202e\u001b[31m",
            "../../../etc/passwd",
            "9223372036854775808",
            "9".repeat(500),
            "x".repeat(900_000));

    private static final List<String> IN_URLS = List.of(
            "%00",
            "a%00b",
            "%2500",
            "x%0d%0aX-Injected:%20yes%0d%0a%0d%0a",
            "%27;%20drop%20table%20station;%20--",
            "%22%20or%201=1%20--",
            "%27%20or%20%271%27=%271",
            "%25%27%20escape%20%27%5c",
            "%ed%a0%80",
            "%ff%fe",
            "%e2%80%ae",
            "..%2f..%2fetc%2fpasswd",
            "9223372036854775808",
            "-1",
            "x".repeat(3_000));

    private static final List<String> NOT_TO_BE_SET = List.of(
            "id",
            "tenantId",
            "tenant",
            "organisation",
            "createdAt",
            "changedAt",
            "updatedAt",
            "passwordHash",
            "secretHash",
            "subject",
            "disabled",
            "role",
            "permissions",
            "isAdmin",
            "__proto__",
            "constructor");

    @TempDir
    private Path folder;

    private Store store;
    private ServerProcess server;
    private HonestStations honest;
    private ApiDocument document;
    private SampleBodies bodies;
    private int tried;
    private final Set<String> wrong = new TreeSet<>();

    abstract Store open(Path folder);

    @BeforeEach
    void start() {
        store = open(folder);
        server = ServerProcess.start(folder, store.flag(), "--requests-per-user=off", "--requests-per-address=off");
        server.api().tokens(STATION); // the first one is what is attacked, and none that charges
        honest = new HonestStations(server);
        document = ApiDocument.of(server.api());
        bodies = new SampleBodies(document);
    }

    @AfterEach
    void stop() {
        honest.close();
        server.close();
        store.close();
    }

    @Test
    void texts_in_every_place_of_every_body() {
        long stations = stationsOfOthers();
        for (ApiDocument.Operation operation : document.operations().values()) {
            JsonNode schema = bodies.schema(operation);
            if (schema.isMissingNode()) {
                continue;
            }
            JsonNode all = bodies.of(schema, true);
            for (JsonPointer at : SampleBodies.texts(all)) {
                JsonNode usual = all.isObject() && !at.matches() ? bodies.with(schema, at.getMatchingProperty()) : all;
                for (String text : IN_BODIES) {
                    answered(operation, path(operation, Map.of()), SampleBodies.replaced(usual, at, text));
                }
            }
        }
        assertThat(tried).isGreaterThan(1_000);
        nothingHappened("SQL, headers, NUL, surrogates, 900 kB in bodies", stations);
    }

    @Test
    void texts_in_every_parameter() {
        long stations = stationsOfOthers();
        for (ApiDocument.Operation operation : document.operations().values()) {
            JsonNode schema = bodies.schema(operation);
            JsonNode body = schema.isMissingNode() ? null : bodies.of(schema, false);
            for (String text : IN_URLS) {
                for (String name : document.parameters(operation, "path").keySet()) {
                    answered(operation, path(operation, Map.of(name, text)), body);
                }
                for (String name : document.parameters(operation, "query").keySet()) {
                    answered(operation, path(operation, Map.of()) + "?" + name + "=" + text, body);
                }
            }
        }
        assertThat(tried).isGreaterThan(1_000);
        nothingHappened("SQL, headers, NUL, surrogates, 3 kB in URLs", stations);
    }

    @Test
    void fields_that_nobody_may_set() {
        int letIn = 0;
        for (ApiDocument.Operation operation : document.operations().values()) {
            JsonNode schema = bodies.schema(operation);
            if (!schema.isMissingNode() && bodies.of(schema, false) instanceof ObjectNode usual) {
                for (String name : NOT_TO_BE_SET) {
                    if (!bodies.of(schema, true).has(name) && !isFree(schema)) {
                        int status = answered(
                                operation,
                                path(operation, Map.of()),
                                usual.deepCopy().put(name, "2"));
                        if (status < 300) {
                            letIn++;
                            wrong.add(operation.id() + " takes " + name);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(200);
        honest.report("mass assignment: fields that nobody may set", tried, letIn);
    }

    /** An object whose names nobody knows beforehand. */
    private boolean isFree(JsonNode schema) {
        return !document.resolved(schema).path("properties").isObject();
    }

    @Test
    void bodies_that_are_too_large_or_too_deep() {
        int letIn = 0;
        List<String> large = List.of(
                "[".repeat(200_000),
                "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "{\"any\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                "{\"" + "n".repeat(100_000) + "\":1}",
                "{\"any\":" + "9".repeat(100_000) + "}",
                "{\"any\":1e" + "9".repeat(1_000) + "}",
                "{\"any\":\"" + "x".repeat(9 << 20) + "\"}",
                "{\"any\":1,\"any\":2}",
                "{} {}");
        for (ApiDocument.Operation operation : document.operations().values()) {
            if (!bodies.schema(operation).isMissingNode()) {
                for (String body : large) {
                    int status = answered(operation, path(operation, Map.of()), body);
                    if (status < 300) {
                        letIn++;
                        wrong.add(operation.id() + " takes " + body.substring(0, Math.min(20, body.length())));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        honest.report("oversized and deep JSON", tried, letIn);
    }

    private long stationsOfOthers() {
        return store.count("select count(*) from station where identity like 'HONEST-%'");
    }

    private void nothingHappened(String attack, long stations) {
        assertThat(wrong).isEmpty();
        assertThat(server.isAlive()).isTrue();
        assertThat(stationsOfOthers()).isEqualTo(stations).isPositive();
        assertThat(server.log()).doesNotContain("Unexpected in a request");
        honest.report(attack, tried, wrong.size());
    }

    /** Of an operation, with one part of it replaced. */
    private String path(ApiDocument.Operation operation, Map<String, String> parts) {
        String path = operation.path();
        for (String name : document.parameters(operation, "path").keySet()) {
            String usual = name.equals("station") ? STATION : "1";
            path = path.replace("{" + name + "}", parts.getOrDefault(name, usual));
        }
        return path;
    }

    private int answered(ApiDocument.Operation operation, String path, JsonNode body) {
        try {
            return answered(operation, path, body == null ? null : ASCII.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends it. @return the status; what is wrong with the answer is kept */
    private int answered(ApiDocument.Operation operation, String path, String body) {
        if (tried++ % 100 == 0) { // somebody may have removed it
            server.api().post("/api/v1/stations", "{\"identity\":\"" + STATION + "\"}");
        }
        HttpRequest.Builder request = server.api()
                .authorised(HttpRequest.newBuilder(URI.create(server.api().base() + path)))
                .method(
                        operation.method().toUpperCase(Locale.ROOT),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        String what = operation.id() + " " + clipped(path) + " " + clipped(String.valueOf(body));
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            check(what, answer);
            return answer.statusCode();
        } catch (IOException e) {
            if (body == null
                    || body.length() < 1 << 20) { // of what is too large the connection may end before all is sent
                wrong.add(what + ": " + e);
            }
            return 413;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void check(String what, HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            if (answer.statusCode() >= 500) {
                wrong.add(what + ": " + answer.statusCode() + " "
                        + clipped(new String(body.readNBytes(1_000), StandardCharsets.UTF_8)));
            } else if (answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent()) {
                body.readAllBytes();
            }
        }
        if (answer.headers().firstValue("X-Injected").isPresent()) {
            wrong.add(what + ": a header of ours was split");
        }
    }

    private static String clipped(String text) {
        return text.substring(0, Math.min(text.length(), 160));
    }
}

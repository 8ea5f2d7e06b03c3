package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for all of the API: errors, who may ask, health, metrics, documents; and how the process starts and ends. */
final class HttpTest {
    @TempDir
    static Path folder;

    static ServerProcess server;
    static Instant ready;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, "--unknown-stations=accept");
        ready = Instant.now();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_unknown_field_is_named_and_the_answer_can_be_found_in_the_log() {
        Api.Answer answer = server.api().post("/api/v1/stations", "{\"identity\":\"X\",\"colour\":\"red\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asText()).isEqualTo("colour");
        assertThat(answer.body().get("detail").asText()).contains("colour", "identity");
        assertThat(answer.body().get("correlationId").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/nothing            |                                | 404
            GET    | /api/v1/stations/NOBODY    |                                | 404
            GET    | /nothing                   |                                | 404
            DELETE | /api/v1/status             |                                | 405
            POST   | /api/v1/stations           | application/json               | 400
            POST   | /api/v1/stations           | text/plain                     | 415
            GET    | /api/v1/stations?limit=x   |                                | 400
            """)
    void every_error_is_a_problem_with_the_id_that_its_header_has(
            String method, String path, String contentType, int status) {
        String headers = contentType == null
                ? "Content-Length: 0\r\n"
                : "Content-Type: " + contentType + "\r\nContent-Length: 5\r\n";
        Raw answer = raw(method + " " + path, headers, contentType == null ? "" : "{ x }");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotEmpty();
        assertThat(problem.get("detail").asText()).isNotEmpty();
        assertThat(problem.get("correlationId").asText()).isEqualTo(answer.header("X-Correlation-Id"));
    }

    @Test
    void every_operation_refuses_a_query_parameter_that_it_does_not_know() {
        JsonNode paths = server.api().get("/openapi?format=json").ok().path("paths");
        List<String> lists = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            boolean mayBringMore = path.endsWith("/callback"); // what an identity provider adds is its own affair
            if (path.startsWith("/api/") && paths.path(path).has("get") && !mayBringMore) {
                lists.add(path.replaceAll("\\{[^}]*}", "1"));
            }
        });
        assertThat(lists).hasSizeGreaterThan(15);
        for (String path : lists) {
            Api.Answer answer = server.api().get(path + "?statoin=CP-7");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body().path("field").asText()).isEqualTo("statoin");
            assertThat(answer.body().path("detail").asText()).contains("allowed");
        }
        assertThat(server.api().get("/api/v1/stations?limit=5&limit=6").status())
                .isEqualTo(400);
        assertThat(server.api().get("/health?t=1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/v1/stations      | {"identity":5}                                | identity
            /api/v1/stations      | {"identity":"A-1","strict":"true"}            | strict
            /api/v1/stations      | {"identity":"A-1","identity":"A-2"}           | identity
            /api/v1/stations      | {"identity":"A-1"} and more                   |
            /api/v1/stations      | {"identity":"A-1","heartbeatIntervalSeconds":1.5} | heartbeatIntervalSeconds
            /api/v1/tokens        | {"value":"T1","expiresAt":1767225600}         | expiresAt
            /api/v1/tokens        | {"value":"T1","allowed":[null]}               | allowed[0]
            /api/v1/tokens/import | [{"value":"T1"},null]                         | [1]
            /api/v1/tokens/import | {"value":"T1"}                                | body
            """)
    void a_body_is_not_coerced(String path, String body, String field) {
        Api.Answer answer = server.api().post(path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText(null)).isEqualTo(field);
        assertThat(answer.body().path("detail").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /api/v1/status                   | GET, HEAD, OPTIONS
            PUT    | /api/v1/sessions                 | GET, HEAD, OPTIONS
            POST   | /api/v1/stations/CP-1            | DELETE, GET, HEAD, OPTIONS, PATCH
            GET    | /api/v1/stations/a%2Fb/password  | DELETE, OPTIONS, PUT
            POST   | /api/v1/messages/live            | GET, HEAD, OPTIONS
            PATCH  | /health                          | GET, HEAD, OPTIONS
            DELETE | /metrics                         | GET, HEAD
            POST   | /                                | GET, HEAD
            PUT    | /docs/                           | GET, HEAD
            POST   | /openapi                         | GET, HEAD
            """)
    void a_method_that_a_url_does_not_know_is_answered_with_those_that_it_does(
            String method, String path, String allowed) {
        Raw answer = raw(method + " " + path, "Content-Length: 0\r\n", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/CP-77", "/ocpp16/CP-77", "/OCPP16/tenant/token/CP-77", "/websocket/CP-77"})
    void a_station_that_knocks_at_the_wrong_path_is_told_the_right_one_and_listed(String path) {
        for (String host : List.of("csms.example:8080", "localhost")) {
            Raw answer = raw(
                    "GET " + path,
                    "Host: " + host + "\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: ocpp1.6\r\n",
                    "");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("/ocpp/CP-77", "ws://" + host + "/ocpp");
        }
        Await.until("the attempt is listed", () -> server.api().all("/api/v1/connection-attempts").stream()
                .anyMatch(attempt -> attempt.get("path").asText().equals(path)
                        && attempt.get("reason").asText().equals("no_station_path")
                        && attempt.get("identity").asText().equals("CP-77")
                        && attempt.get("subprotocols").asText().equals("ocpp1.6")
                        && attempt.get("occurred").asLong() == 2));
        assertThat(server.log().lines()).anyMatch(line -> line.contains("no_station_path") && line.contains(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/../b", "%2E%2e", "", " ", "CP\\u0000", "CP\\u200b"})
    void an_identity_that_no_url_can_name_is_refused(String identity) {
        Api.Answer answer = server.api().post("/api/v1/stations", "{\"identity\":\"" + identity + "\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().get("field").asText()).isEqualTo("identity");
    }

    @Test
    void bytes_that_are_no_text_are_no_error_of_ours() {
        String json = "Content-Type: application/json\r\nContent-Length: 6\r\n";
        Raw answer = raw("POST /api/v1/tokens", json, "\0\0a\0\0{");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.api().get("/api/v1/sessions?token=%00").status()).isEqualTo(400);
        assertThat(server.api().get("/api/v1/stations/%00").status()).isEqualTo(404);
    }

    @Test
    void a_client_may_bring_its_own_correlation_id() {
        assertThat(raw("GET /api/v1/status", "X-Correlation-Id: abc-1\r\n", "").header("X-Correlation-Id"))
                .isEqualTo("abc-1");
        assertThat(raw("GET /api/v1/status", "X-Correlation-Id: a b\r\n", "").header("X-Correlation-Id"))
                .isNotEqualTo("a b");
    }

    @Test
    void a_change_of_a_state_that_is_no_more_is_refused() {
        server.api().stations("TAGGED-1");
        String path = "/api/v1/stations/TAGGED-1";
        String first = raw("GET " + path, "", "").header("ETag");
        assertThat(first).matches("\"[0-9a-f]{16}\"");
        Raw changed = patch(path, first, "{\"name\":\"Gate\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first).matches("\"[0-9a-f]{16}\"");
        Raw late = patch(path, first, "{\"name\":\"Door\"}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().get("field").asText()).isEqualTo("If-Match");
        assertThat(patch(path, "none", "{}").status()).isEqualTo(400);
        assertThat(server.api().get(path).ok().path("name").asText()).isEqualTo("Gate");
    }

    private static Raw patch(String path, String ifMatch, String body) {
        return raw(
                "PATCH " + path,
                "Content-Type: application/json\r\nIf-Match: " + ifMatch + "\r\nContent-Length: " + body.length()
                        + "\r\n",
                body);
    }

    @Test
    void a_body_of_more_than_1_mib_is_refused() {
        Raw declared =
                raw("POST /api/v1/stations", "Content-Type: application/json\r\nContent-Length: 1048577\r\n", "{");

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.json().get("detail").asText()).contains("1 MiB");
    }

    @Test
    void a_local_list_of_20_000_tokens_is_no_body_too_large() {
        server.api().post("/api/v1/stations", "{\"identity\":\"LIST-1\"}").ok();
        String entries = java.util.stream.IntStream.range(0, 20_000)
                .mapToObj(i ->
                        "{\"idTag\":\"04A1B2C3D4%06d\",\"idTagInfo\":{\"status\":\"Accepted\",\"expiryDate\":\"2027-01-01T00:00:00Z\"}}"
                                .formatted(i))
                .collect(java.util.stream.Collectors.joining(","));
        Api.Answer answer = server.api()
                .post(
                        "/api/v1/stations/LIST-1/commands",
                        "{\"action\":\"SendLocalList\",\"payload\":{\"listVersion\":1,\"updateType\":\"Full\",\"localAuthorizationList\":["
                                + entries + "]}}");
        assertThat(answer.ok().path("outcome").asText()).isEqualTo("notConnected");
    }

    @Test
    void health_tells_whether_the_database_answers() {
        assertThat(server.api().get("/health/live").ok().get("status").asText()).isEqualTo("up");
        assertThat(server.api().get("/health/ready").ok().at("/database/status").asText())
                .isEqualTo("up");
    }

    @Test
    void the_status_counts_the_connected_stations_by_version() {
        try (RawStation station = RawStation.booted(server, "STATUS-1", "ocpp1.6")) {
            JsonNode status = server.api().get("/api/v1/status").ok();
            assertThat(status.at("/stations/byVersion/1.6").asInt()).isPositive();
            assertThat(status.at("/database/kind").asText()).isEqualTo("sqlite");
            assertThat(status.get("version").asText()).isNotEmpty();
            assertThat(Instant.parse(status.get("startedAt").asText())).isBefore(ready);
            assertThat(station.ask("[2,\"h\",\"Heartbeat\",{}]")
                            .at("/2/currentTime")
                            .asText())
                    .isNotEmpty();
        }
    }

    @Test
    void the_metrics_name_actions_and_never_stations() {
        try (RawStation station = RawStation.booted(server, "METRIC-1", "ocpp1.6")) {
            station.ask("[2,\"h\",\"Heartbeat\",{}]");
            station.ask("[2,\"i\",\"InventedAction\",{}]");
            String metrics = server.api().get("/metrics").text();
            assertThat(metrics)
                    .contains("ohmstead_messages_total", "action=\"Heartbeat\"", "ohmstead_commits_total")
                    .contains("ohmstead_connections", "ohmstead_message_log_dropped_total", "jvm_memory_used_bytes")
                    .doesNotContain("METRIC-1", "InventedAction");
        }
    }

    @Test
    void the_metrics_count_what_happened_by_kind() {
        try (RawStation station = RawStation.booted(server, "METRIC-2", "ocpp1.6")) {
            Await.until("a boot is counted", () -> server.api()
                    .get("/metrics")
                    .text()
                    .contains("ohmstead_events_total{kind=\"station.booted\"}"));
        }
    }

    @Test
    void there_is_a_document_of_the_api_and_a_page_to_try_it() {
        Api.Answer document = server.api().get("/openapi?format=json");

        assertThat(document.ok().at("/info/title").asText()).isEqualTo("Ohmstead");
        assertThat(document.body().get("paths").has("/api/v1/status")).isTrue();
        assertThat(raw("GET /docs/", "", "").status()).isEqualTo(200);
    }

    @Test
    void the_start_says_where_everything_is() {
        String at = "127.0.0.1:" + server.port();
        assertThat(server.log())
                .contains("http://" + at + "/", "http://" + at + "/docs", "ws://" + at + "/ocpp/{identity}")
                .contains("sqlite:" + server.sqliteFile());
    }

    @Test
    void wrong_settings_stop_the_start_with_a_line_each(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("ohmstead.yaml"), "ping-interval: often\npong-timeot: 5s\n");
        try (ServerProcess wrong = ServerProcess.launched(other, "--prot=1", "--host=0.0.0.0")) {
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.log().lines())
                    .anyMatch(line -> line.contains("prot: '1' (flag --prot)") && line.contains("did you mean port"))
                    .anyMatch(line -> line.contains("pong-timeot in ohmstead.yaml is ignored")
                            && line.contains("did you mean pong-timeout"))
                    .anyMatch(line -> line.contains("ping-interval: 'often'") && line.contains("ohmstead.yaml"))
                    .anyMatch(line -> line.contains("host: '0.0.0.0'") && line.contains("station-auth=required"));
        }
    }

    @Test
    void a_stop_closes_the_stations_with_1001_and_ends_with_0_lost_messages(@TempDir Path other) {
        try (ServerProcess ending = ServerProcess.start(other, "--unknown-stations=accept");
                RawStation station = RawStation.booted(ending, "LAST-1", "ocpp1.6")) {
            ending.stop();
            assertThat(ending.isAlive()).isFalse();
            assertThat(ending.log()).contains("station=LAST-1", "code 1001");
            assertThat(ending.log()).doesNotContain("ERROR");
        }
    }

    /** An answer byte by byte, for requests that no well-behaved client sends. */
    private record Raw(int status, List<String> headers, String body) {
        String header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        JsonNode json() {
            try {
                return Api.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    private static Raw raw(String request, String headers, String body) {
        String host = headers.startsWith("Host:") ? "" : "Host: localhost\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            String key = "Authorization: Bearer " + server.key() + "\r\n";
            String text = request + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + key + headers + "\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Raw read(InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        List<String> head = new ArrayList<>(all.substring(0, end).lines().toList());
        int status = Integer.parseInt(head.removeFirst().split(" ")[1]);
        return new Raw(status, head, all.substring(end + 4));
    }
}

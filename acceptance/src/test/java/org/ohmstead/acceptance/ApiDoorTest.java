package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through the door of the API: whoever shows what counts, and no page of somebody else. */
class ApiDoorTest {
    private static final String LOCAL = "Host: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static String key;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        key = "Authorization: Bearer " + server.key() + "\r\n";
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/../api/v1/stations",
                "/health/%2E%2E/api/v1/stations",
                "/health/%2e%2e/api/v1/stations",
                "/health/./../api/v1/stations",
                "/health//../../api/v1/stations",
                "/health/..%2fapi/v1/stations",
                "//api/v1/stations",
                "/api/v1/../v1/stations",
                "/api/v1/stations",
                "/docs",
                "/openapi",
                "/metrics",
                "/nothing"
            })
    void whoever_shows_nothing_gets_nothing_however_the_path_is_spelt(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            String answer = ask(method, path, LOCAL + JSON, "{}");
            assertThat(answer).as(method).doesNotContain("HTTP/1.1 2").doesNotContain("\"items\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=x",
                "Via: 1.1 x",
                "X-Real-IP: 203.0.113.9",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: x",
                "X-Forwarded-For: 203.0.113.9"
            })
    void the_key_of_this_machine_does_not_count_through_a_proxy(String header) {
        for (String path : new String[] {"/metrics", "/api/v1/stations"}) {
            assertThat(ask("GET", path, LOCAL + key, "")).startsWith("HTTP/1.1 200");
            assertThat(ask("GET", path, LOCAL + key + header + "\r\n", ""))
                    .startsWith("HTTP/1.1 401")
                    .contains("WWW-Authenticate: Bearer", "application/problem+json", "/api/v1/sign-in");
        }
    }

    @Test
    void the_dashboard_holds_no_data_and_is_shown_to_anybody_who_asks_for_it_by_our_name() {
        String browser = LOCAL + "X-Forwarded-For: 203.0.113.9\r\nAccept: text/html\r\n";
        for (String path : new String[] {"/", "/stations/CP-1"}) {
            assertThat(ask("GET", path, browser, "")).startsWith("HTTP/1.1 200").contains("<title>Ohmstead");
            assertThat(ask("GET", path, browser + "Sec-Fetch-Site: cross-site\r\n", ""))
                    .startsWith("HTTP/1.1 403");
            assertThat(ask("GET", path, browser.replace("localhost", "evil.example"), ""))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void a_proxy_that_says_nothing_speaks_as_old_as_nginx_does() {
        assertThat(raw("GET /api/v1/stations HTTP/1.0\r\n" + key + "Host: 127.0.0.1:" + server.port() + "\r\n\r\n"))
                .contains(" 401 ");
    }

    @Test
    void the_key_is_the_servers_users_alone_and_is_printed_nowhere() throws IOException {
        Path file = folder.resolve("admin-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(server.log()).doesNotContain(server.key());
        assertThat(ask("GET", "/api/v1/stations", LOCAL + key.replace("\r\n", "x\r\n"), ""))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void every_answer_tells_browsers_to_be_careful() {
        for (String path : new String[] {"/health", "/api/v1/stations", "/api/v1/nothing", "/docs"}) {
            assertThat(ask("GET", path, LOCAL, ""))
                    .contains(
                            "X-Content-Type-Options: nosniff",
                            "X-Frame-Options: DENY",
                            "Referrer-Policy: same-origin",
                            "X-Request-ID: ")
                    .doesNotContain("Strict-Transport-Security");
        }
        assertThat(ask("GET", "/api/v1/stations", LOCAL, ""))
                .contains("Content-Security-Policy: default-src 'none'", "Cache-Control: no-store");
    }

    @Test
    void health_answers_anybody() {
        for (String path : new String[] {"/health", "/health/live", "/health/ready"}) {
            assertThat(ask("GET", path, LOCAL + "X-Forwarded-For: 203.0.113.9\r\n", ""))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example,403",
        "Host: a b,400",
        "Host: x/y,400",
        "Host: [::1,400",
        "Host: 127.0.0.1,200",
        "Host: [::1],200"
    })
    void a_name_that_is_not_ours_is_refused(String host, int status) {
        assertThat(ask("GET", "/api/v1/stations", host + "\r\n" + key, "")).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void a_page_of_somebody_else_changes_nothing_and_is_no_station(String header) {
        assertThat(ask("POST", "/api/v1/tokens", LOCAL + key + JSON + header + "\r\n", "{\"value\":\"STOLEN\"}"))
                .startsWith("HTTP/1.1 403")
                .contains("Foreign page");
        assertThat(ask("GET", "/api/v1/tokens", LOCAL + key + header + "\r\n", ""))
                .startsWith("HTTP/1.1 403");
        assertThat(upgrade(header)).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/api/v1/tokens?q=STOLEN", LOCAL + key, "")).doesNotContain("\"value\":\"STOLEN\"");
    }

    @Test
    void our_own_page_is_no_stranger() {
        String own = "Host: localhost:" + server.port() + "\r\nOrigin: http://localhost:" + server.port()
                + "\r\nSec-Fetch-Site: same-origin\r\n";
        assertThat(ask("GET", "/api/v1/stations", own + key, "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_body_says_what_it_is() {
        assertThat(ask("POST", "/api/v1/tokens", LOCAL + key, "{\"value\":\"NO-TYPE\"}"))
                .startsWith("HTTP/1.1 415")
                .contains("Content-Type: application/json");
        assertThat(ask(
                        "POST",
                        "/api/v1/tokens",
                        LOCAL + key + "Content-Type: text/plain\r\n",
                        "{\"value\":\"NO-TYPE\"}"))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void behind_a_proxy_with_tls_cookies_and_browsers_stay_there(@TempDir Path other) {
        try (ServerProcess behind = ServerProcess.start(
                other,
                "--trusted-proxies=127.0.0.1",
                "--public-url=https://csms.example",
                "--admin-email=olga@example.org",
                "--admin-password=a sentence of the owner")) {
            String host = "Host: csms.example\r\nX-Forwarded-For: 203.0.113.9\r\nOrigin: https://csms.example\r\n";
            assertThat(ask(behind, "GET", "/api/v1/stations", host, ""))
                    .startsWith("HTTP/1.1 401")
                    .contains("Strict-Transport-Security");
            String in = ask(
                    behind,
                    "POST",
                    "/api/v1/sign-in",
                    host + JSON,
                    "{\"email\":\"olga@example.org\",\"password\":\"a sentence of the owner\",\"client\":\"browser\"}");
            assertThat(in).startsWith("HTTP/1.1 200").containsIgnoringCase("set-cookie: __Host-ohmstead_session=");
            assertThat(in)
                    .contains("HTTPOnly", "Secure", "SameSite=Strict", "Path=/")
                    .doesNotContain("accessToken\":\"");
            assertThat(behind.log()).doesNotContain("a sentence of the owner");
        }
    }

    @Test
    void pages_of_others_come_in_where_they_are_named_and_with_a_key_alone(@TempDir Path other) {
        try (ServerProcess open = ServerProcess.start(other, "--cors-origins=https://portal.example")) {
            String origin = LOCAL + "Origin: https://portal.example\r\n";
            String shown = "Authorization: Bearer " + open.key() + "\r\n";
            assertThat(ask(open, "OPTIONS", "/api/v1/stations", origin + "Access-Control-Request-Method: GET\r\n", ""))
                    .startsWith("HTTP/1.1 204")
                    .contains("Access-Control-Allow-Origin: https://portal.example", "Access-Control-Allow-Headers: ")
                    .doesNotContain("Access-Control-Allow-Credentials");
            assertThat(ask(open, "GET", "/api/v1/stations", origin + shown, ""))
                    .startsWith("HTTP/1.1 200")
                    .contains("Access-Control-Allow-Origin: https://portal.example");
            assertThat(ask(open, "GET", "/api/v1/stations", LOCAL + shown + "Origin: https://evil.example\r\n", ""))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("Access-Control-Allow-Origin");
        }
    }

    private static String upgrade(String header) {
        return ask(
                "GET",
                "/ocpp/PAGE-1",
                LOCAL + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: ocpp1.6\r\n" + header
                        + "\r\n",
                "");
    }

    private static String ask(String method, String path, String headers, String body) {
        return ask(server, method, path, headers, body);
    }

    private static String ask(ServerProcess server, String method, String path, String headers, String body) {
        String close = headers.contains("Connection:") ? "" : "Connection: close\r\n";
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return raw(server, method + " " + path + " HTTP/1.1\r\n" + headers + close + length + "\r\n" + body);
    }

    private static String raw(String request) {
        return raw(server, request);
    }

    private static String raw(ServerProcess server, String request) {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

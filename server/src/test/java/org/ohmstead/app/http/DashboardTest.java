package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.app.settings.Settings;

/** Files for browsers, behind the door that all requests pass, and with a route behind them that says {@code others}. */
class DashboardTest {
    private static final String HTML = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String ELSEWHERE = "X-Forwarded-For: 203.0.113.9";
    private static final String SCRIPT = "export const longEnough = '" + "ohm ".repeat(500) + "';";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void listen() throws IOException {
        Path built = Files.createDirectories(folder.resolve("built/assets")).getParent();
        Files.writeString(folder.resolve("secret"), "secret");
        Files.writeString(built.resolve("secret"), "secret");
        Files.writeString(built.resolve("index.html"), "<p>the page</p>");
        Files.writeString(built.resolve("assets/a-1.js"), SCRIPT);
        Files.write(built.resolve("assets/a-1.js.gz"), zipped(SCRIPT));
        Files.writeString(built.resolve("assets/b-1.js"), SCRIPT);
        Files.write(built.resolve("assets/b-1.js.gz"), zipped(SCRIPT));
        Files.writeString(built.resolve("assets/b-1.js.br"), "as brotli has it");
        Files.write(built.resolve("assets/i-1.woff2"), new byte[] {0, 1, 2});
        Files.writeString(
                built.resolve("files.txt"),
                "assets/a-1.js\nassets/a-1.js.gz\nassets/b-1.js\nassets/b-1.js.br\nassets/b-1.js.gz\nassets/i-1.woff2\nindex.html\n");
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        listen(new Dashboard(StaticFiles.of(loader, List.of("missing", "built"))));
    }

    private void listen(Dashboard dashboard) {
        RequestDoor door =
                new RequestDoor(Settings.of(), path -> 1 << 20, dashboard, (request, path) -> request.response()
                        .end("who?"));
        Router router = Router.router(vertx);
        router.route().handler(door::handle);
        router.route().handler(dashboard);
        router.route().handler(routing -> routing.response().end("others"));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = server.actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_page_is_always_asked_for_again_and_an_asset_never() {
        assertThat(ask("GET", "/"))
                .startsWith("HTTP/1.1 200")
                .contains("content-type: text/html; charset=utf-8", "cache-control: no-cache", "etag: w/\"")
                .endsWith("<p>the page</p>");
        assertThat(ask("GET", "/assets/a-1.js"))
                .startsWith("HTTP/1.1 200")
                .contains("content-type: text/javascript; charset=utf-8", "max-age=31536000, immutable")
                .endsWith(SCRIPT);
        assertThat(ask("GET", "/assets/i-1.woff2")).contains("content-type: font/woff2", "content-length: 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/a-1.js", "/stations/CP.7", "/assets/none.js"})
    void no_answer_lets_scripts_of_others_run_or_can_be_framed(String path) {
        assertThat(ask("GET", path, HTML))
                .contains("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "x-content-type-options: nosniff", "x-frame-options: deny")
                .contains("referrer-policy: same-origin")
                .doesNotContain("unsafe-inline");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/stations", "/stations/CP-7/connectors", "/no/such/page.x", "/apis", "/%61bc", "/files.txt"})
    void an_address_of_the_dashboard_is_answered_with_its_page(String path) {
        assertThat(ask("GET", path, HTML)).startsWith("HTTP/1.1 200").endsWith("<p>the page</p>");
        assertThat(ask("GET", path, HTML, ELSEWHERE)).as("it holds no data").startsWith("HTTP/1.1 200");
        assertThat(ask("GET", path)).as("no browser").endsWith("who?");
        assertThat(ask("GET", path, "Accept: application/json, */*")).endsWith("who?");
        assertThat(ask("POST", path, HTML, "Content-Length: 0")).endsWith("who?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/%61pi/v1/nothing",
                "//api/v1/nothing",
                "/stations/../api/v1/nothing",
                "/health",
                "/health/ready"
            })
    void what_is_of_others_is_left_to_them(String path) {
        assertThat(ask("GET", path, HTML)).endsWith("others");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/docs/", "/openapi", "/q/dev", "/stations", "/secret"})
    void what_is_no_file_asks_who_it_is(String path) {
        assertThat(ask("GET", path, ELSEWHERE)).endsWith("who?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/a-1.js", "/assets/i-1.woff2"})
    void a_file_needs_no_token_but_comes_to_no_page_of_others(String path) {
        assertThat(ask("GET", path, ELSEWHERE)).startsWith("HTTP/1.1 200");
        assertThat(ask("GET", path, "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", path, "Origin: http://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/none.js",
                "/assets/",
                "/assets/../secret",
                "/assets/..%2fsecret",
                "/assets/%2e%2e/secret",
                "/assets/..%5csecret",
                "/assets/a-1.js.gz",
                "/../secret",
                "/..%2f..%2fsecret",
                "/secret"
            })
    void nothing_but_the_listed_files_is_sent(String path) {
        for (String accept : new String[] {HTML, "Accept: */*"}) {
            assertThat(ask("GET", path, accept)).doesNotEndWith("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/none.js", "/assets/", "/assets/a-1.js.gz", "/assets/b-1.js.br", "/assets/index.html"})
    void a_missing_asset_is_no_page(String path) {
        assertThat(ask("GET", path, HTML))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json", "\"status\":404", "cache-control: no-store");
    }

    @Test
    void a_head_has_the_headers_of_a_get_and_no_body() {
        String head = ask("HEAD", "/assets/a-1.js");
        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .contains("content-length: " + SCRIPT.length(), "etag: ")
                .endsWith("\r\n\r\n");
        assertThat(ask("HEAD", "/stations", HTML)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "DELETE"})
    void a_file_can_only_be_read(String method) {
        for (String path : new String[] {"/", "/assets/a-1.js"}) {
            assertThat(ask(method, path, "Content-Length: 0"))
                    .startsWith("HTTP/1.1 405")
                    .contains("allow: get, head");
        }
    }

    @Test
    void what_a_browser_has_is_not_sent_again() {
        String tag = ask("GET", "/")
                .lines()
                .filter(line -> line.startsWith("etag: "))
                .findFirst()
                .orElseThrow()
                .substring("etag: w/".length());
        for (String known : new String[] {"W/" + tag, tag, "\"other\", W/" + tag, "*"}) {
            assertThat(ask("GET", "/", "If-None-Match: " + known))
                    .startsWith("HTTP/1.1 304")
                    .contains("etag: w/" + tag, "cache-control: no-cache")
                    .endsWith("\r\n\r\n");
        }
        assertThat(ask("GET", "/", "If-None-Match: \"other\"")).startsWith("HTTP/1.1 200");
    }

    @Test
    void whoever_takes_gzip_gets_what_was_compressed_at_the_build() throws IOException {
        int small = zipped(SCRIPT).length;
        assertThat(ask("GET", "/assets/a-1.js", "Accept-Encoding: br, gzip;q=0.8"))
                .contains("content-encoding: gzip", "content-length: " + small, "vary: accept-encoding");
        for (String encodings : new String[] {"gzip;q=0", "br", "identity"}) {
            assertThat(ask("GET", "/assets/a-1.js", "Accept-Encoding: " + encodings))
                    .contains("content-length: " + SCRIPT.length())
                    .doesNotContain("content-encoding: gzip");
        }
        assertThat(ask("GET", "/assets/i-1.woff2", "Accept-Encoding: gzip"))
                .as("it is small already")
                .contains("content-length: 3")
                .doesNotContain("content-encoding: gzip");
    }

    @Test
    void whoever_takes_brotli_gets_the_smallest() throws IOException {
        assertThat(ask("GET", "/assets/b-1.js", "Accept-Encoding: gzip, deflate, br"))
                .contains("content-encoding: br", "content-length: 16");
        assertThat(ask("GET", "/assets/b-1.js", "Accept-Encoding: gzip, br;q=0"))
                .contains("content-encoding: gzip");
    }

    @Test
    void a_server_that_was_built_without_it_says_so() {
        listen(new Dashboard(StaticFiles.of(Dashboard.class.getClassLoader(), List.of("missing", "no-dashboard"))));
        for (String path : new String[] {"/", "/stations"}) {
            assertThat(ask("GET", path, HTML)).startsWith("HTTP/1.1 200").contains("without its dashboard", "npm");
        }
        assertThat(ask("GET", "/page.css")).contains("content-type: text/css", "cache-control: no-cache");
    }

    private String ask(String method, String path, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n");
    }

    /** Its head in small letters, where no names of headers and few values depend on them. */
    private String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(8000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int body = answer.indexOf("\r\n\r\n");
            int head = answer.indexOf("\r\n");
            return answer.substring(0, head)
                    + answer.substring(head, body).toLowerCase(java.util.Locale.ROOT)
                    + answer.substring(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}

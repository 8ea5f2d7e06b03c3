package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard's files as the packaged server sends them, and that they speak of the API as it is. */
final class DashboardTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Path SOURCES = Path.of(System.getProperty("ohmstead.root"), "dashboard");

    @TempDir
    static Path folder;

    static ServerProcess server;
    static String page;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(folder);
        page = text(ask("GET", "/", "Accept", HTML));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_page_and_all_that_it_names_is_there() throws Exception {
        assertThat(page).contains("<title>Ohmstead</title>", "id=\"root\"");
        List<String> named = assets();
        assertThat(named).anyMatch(each -> each.endsWith(".js")).anyMatch(each -> each.endsWith(".css"));
        for (String path : named) {
            HttpResponse<byte[]> asset = ask("GET", path, "Accept-Encoding", "gzip");
            assertThat(asset.statusCode()).as(path).isEqualTo(200);
            assertThat(header(asset, "Content-Type")).matches("text/(javascript|css); charset=utf-8");
            assertThat(header(asset, "Cache-Control")).contains("immutable");
            assertThat(header(asset, "Content-Encoding")).isEqualTo("gzip");
            byte[] whole = new GZIPInputStream(new ByteArrayInputStream(asset.body())).readAllBytes();
            assertThat(whole).isEqualTo(ask("GET", path).body());
            if (whole.length > 200) { // the head of a compressed file alone is larger than the smallest ones
                assertThat(whole).hasSizeGreaterThan(asset.body().length);
            }
        }
        assertThat(header(ask("GET", "/favicon.svg"), "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(text(ask("GET", "/licenses.md"))).contains("react");
    }

    @Test
    void a_link_into_the_dashboard_is_its_page_and_what_is_not_there_is_a_problem() throws Exception {
        assertThat(text(ask("GET", "/stations/CP.7/connectors", "Accept", HTML)))
                .isEqualTo(page);
        for (String path : List.of("/api/v1/nothing", "/assets/index-none.js", "/health/nothing")) {
            HttpResponse<byte[]> answer = ask("GET", path, "Accept", HTML);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        }
        assertThat(ask("GET", "/stations", "Accept", "application/json").statusCode())
                .as("no page, and nobody says who asks")
                .isEqualTo(401);
        assertThat(ask("POST", "/", "Accept", HTML).statusCode()).isEqualTo(405);
    }

    @Test
    void a_head_has_no_body_and_what_is_known_is_not_sent_again() throws Exception {
        for (String path : List.of("/", assets().getFirst())) {
            HttpResponse<byte[]> got = ask("GET", path);
            HttpResponse<byte[]> head = ask("HEAD", path);
            assertThat(head.body()).isEmpty();
            assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(got.body().length));
            assertThat(header(head, "ETag")).startsWith("W/\"").isEqualTo(header(got, "ETag"));
            HttpResponse<byte[]> again = ask("GET", path, "If-None-Match", header(got, "ETag"));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void it_compiles_against_the_document_of_this_server() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("dashboard"));
        try (Stream<Path> files = Files.walk(SOURCES.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SOURCES.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.copy(SOURCES.resolve("tsconfig.json"), copy.resolve("tsconfig.json"));
        Files.writeString(
                copy.resolve("openapi.json"),
                server.api().get("/openapi?format=json").text());
        Path link = Files.createSymbolicLink(copy.resolve("node_modules"), SOURCES.resolve("node_modules"));
        try {
            Node node = new Node(copy);
            node.run("node_modules/.bin/openapi-typescript", "openapi.json", "-o", "src/api/schema.d.ts");
            node.run("node_modules/.bin/tsc", "--noEmit");
        } finally {
            Files.delete(link);
        }
    }

    private static List<String> assets() {
        return Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
        URI address = server.api().base().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

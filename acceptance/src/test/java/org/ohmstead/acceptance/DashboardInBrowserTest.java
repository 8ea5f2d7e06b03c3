package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in the browser that this machine has; where it has none, nothing is tried. */
final class DashboardInBrowserTest {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final Path BROWSER =
            Path.of(System.getProperty("ohmstead.root"), "acceptance", "src", "test", "browser");

    @TempDir
    static Path folder;

    static JsonNode seen;

    @BeforeAll
    static void visit() throws Exception {
        Optional<Path> chromium = chromium();
        assumeThat(chromium)
                .as("no browser: none of " + NAMES + " is on the PATH, so the dashboard is not opened in one")
                .isPresent();
        Node node = new Node(BROWSER);
        node.install();
        try (ServerProcess server = ServerProcess.start(folder, "--unknown-stations=accept");
                RawStation station = RawStation.booted(server, "SEEN-1", "ocpp1.6")) {
            String token = Files.readString(folder.resolve("api-token")).strip();
            String said = node.run(
                    "node",
                    "visit.js",
                    chromium.orElseThrow().toString(),
                    server.api().base().toString(),
                    token);
            seen = Api.JSON.readTree(said);
            assertThat(station.ask("[2,\"h\",\"Heartbeat\",{}]").get(0).asInt()).isEqualTo(3);
        }
    }

    private static Optional<Path> chromium() {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "narrow", "signedIn"})
    void it_shows_live_what_the_server_says(String look) {
        JsonNode page = seen.path(look);
        assertThat(page.path("title").asText()).isEqualTo("Server · Ohmstead");
        assertThat(page.path("text").asText())
                .contains("Healthy", "Up for", "Version", "SQLite", "OCPP 1 × 1.6", "API documentation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "narrow", "lost", "signedIn"})
    void nothing_of_it_is_refused_by_its_own_security_policy(String look) {
        assertThat(seen.path(look).path("complaints")).isEmpty();
        assertThat(seen.path(look).path("fonts").asInt()).isPositive();
        assertThat(seen.path(look).path("isScrolledSideways").asBoolean()).isFalse();
    }

    @Test
    void it_follows_the_theme_of_the_system() {
        assertThat(seen.at("/light/ground").asText()).isEqualTo("rgb(245, 246, 242)");
        assertThat(seen.at("/dark/ground").asText()).isEqualTo("rgb(13, 17, 16)");
    }

    @Test
    void an_address_that_is_no_page_says_so() {
        assertThat(seen.at("/lost/status").asInt()).isEqualTo(200);
        assertThat(seen.at("/lost/text").asText()).contains("There is no page at this address", "/no/such/page");
    }

    @Test
    void without_the_token_it_shows_the_health_alone() {
        assertThat(seen.at("/stranger/text").asText())
                .contains("Healthy", "API token", "Sign in")
                .doesNotContain("Up for", "Version");
    }
}

package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in the browser that this machine has, or in the one that npm brings. */
final class DashboardInBrowserTest {
    private static final Path BROWSER =
            Path.of(System.getProperty("ohmstead.root"), "acceptance", "src", "test", "browser");

    private static final String EMAIL = "olga@example.org";
    private static final String PASSWORD = "a sentence of hers";

    @TempDir
    static Path folder;

    static JsonNode seen;

    @BeforeAll
    static void visit() throws Exception {
        Node node = new Node(BROWSER);
        node.install();
        try (ServerProcess server = ServerProcess.start(
                        folder, "--unknown-stations=accept", "--admin-email=" + EMAIL, "--admin-password=" + PASSWORD);
                RawStation station = RawStation.booted(server, "SEEN-1", "ocpp1.6")) {
            String said = node.run("node", "visit.js", server.api().base().toString(), EMAIL, PASSWORD);
            seen = Api.JSON.readTree(said);
            assertThat(station.ask("[2,\"h\",\"Heartbeat\",{}]").get(0).asInt()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "narrow"})
    void it_shows_live_what_the_server_says(String look) {
        JsonNode page = seen.path(look);
        assertThat(page.path("title").asText()).isEqualTo("Server · Ohmstead");
        assertThat(page.path("text").asText())
                .contains("Healthy", "Up for", "Version", "SQLite", "OCPP 1 × 1.6", "API documentation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stranger",
                "signedIn",
                "light",
                "dark",
                "narrow",
                "lost",
                "users",
                "account",
                "invited",
                "viewer"
            })
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
    void a_stranger_sees_nothing_but_the_way_in() {
        assertThat(seen.at("/stranger/address").asText()).isEqualTo("/sign-in?to=%2Fusers");
        assertThat(seen.at("/stranger/text").asText())
                .contains("Sign in", "E-mail address")
                .doesNotContain("Healthy", "API keys");
    }

    @Test
    void whoever_signs_in_comes_to_where_they_wanted_to_go() {
        assertThat(seen.at("/signedIn/address").asText()).isEqualTo("/api-keys");
        assertThat(seen.at("/signedIn/text").asText()).contains("API keys", "Users", "New key");
    }

    @Test
    void an_owner_invites_somebody() {
        assertThat(seen.at("/users/text").asText())
                .contains(EMAIL, "vera@example.org", "Invited", "Change the role", "Remove");
        assertThat(seen.at("/account/text").asText()).contains(EMAIL, "Second factor", "Sign out everywhere");
    }

    @Test
    void the_secret_of_a_link_does_not_stay_in_the_address_bar() {
        assertThat(seen.at("/invited/address").asText()).isEqualTo("/password");
        assertThat(seen.at("/invited/text").asText()).contains("Welcome, vera");
    }

    @Test
    void what_somebody_may_not_do_is_not_offered() {
        assertThat(seen.at("/viewer/address").asText()).isEqualTo("/");
        assertThat(seen.at("/viewer/text").asText()).contains("Server", "vera").doesNotContain("Users", "API keys");
    }
}

package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.SettingsReader;
import org.ohmstead.app.settings.Sources;

/** How the API token may be shown. */
class ApiTokenTest {
    private static final String VALUE = "a-token-of-some-length:with-a-colon";
    private final ApiToken token = new ApiToken(VALUE, "here");

    @Test
    void programs_show_it_as_it_is() {
        assertThat(token.isShownBy("Bearer " + VALUE)).isTrue();
        assertThat(token.isShownBy("bearer  " + VALUE)).isTrue();
        assertThat(token.isShownBy("Bearer " + VALUE + "x")).isFalse();
    }

    @Test
    void browsers_show_it_as_the_password_of_any_user() {
        assertThat(token.isShownBy(basic("me:" + VALUE))).isTrue();
        assertThat(token.isShownBy(basic(":" + VALUE))).isTrue();
        assertThat(token.isShownBy(basic("me:" + VALUE + " "))).isFalse();
        assertThat(token.isShownBy(basic(VALUE))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic Og==", "Bearer", "Digest x", VALUE})
    void anything_else_shows_nothing(String header) {
        assertThat(token.isShownBy(header)).isFalse();
        assertThat(token.isShownBy(null)).isFalse();
    }

    @Test
    void a_file_that_holds_no_token_keeps_the_server_from_starting(@TempDir Path folder) throws IOException {
        Settings settings = settings(folder.resolve("o.db"));
        assertThat(ApiToken.of(settings)).isEqualTo(ApiToken.of(settings));
        Files.writeString(folder.resolve("api-token"), "\n");
        assertThatThrownBy(() -> ApiToken.of(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.resolve("api-token").toString())
                .hasMessageContaining("Delete the file");
        Files.delete(folder.resolve("api-token"));
        Files.createDirectory(folder.resolve("api-token"));
        assertThatThrownBy(() -> ApiToken.of(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OHMSTEAD_API_TOKEN");
    }

    private static Settings settings(Path database) {
        return SettingsReader.read(Sources.of(List.of("--database=sqlite:" + database), Map.of(), database.getParent()))
                .orThrow();
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}

package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attack list of docs/security.md, as far as it is about tokens that stations have in their URLs: whoever reads everything that
 * the server tells, its log and its files finds none of them, neither the right ones nor those that were guessed. Stations charge
 * meanwhile.
 */
class AttackOnSecretsInPathsTest {
    private static final String STATION = "TOKEN-1";
    private static final String RIGHT = "right-token-4711-0815-abcdef";
    private static final String GUESSED = "guessed-token-4711-0815-abcdef";

    @TempDir
    private Path folder;

    private ServerProcess server;
    private HonestStations honest;

    @BeforeEach
    void start() {
        server = ServerProcess.start(folder, "--station-auth-methods=password,token,path", "--requests-per-user=off");
        honest = new HonestStations(server);
    }

    @AfterEach
    void stop() {
        honest.close();
        server.close();
    }

    @Test
    void a_token_in_a_url_is_told_nowhere() throws IOException {
        server.api().stations(STATION);
        server.api()
                .put("/api/v1/stations/" + STATION + "/security/token", "{\"token\":\"" + RIGHT + "\"}")
                .ok();
        RawStation.booted(server, RIGHT + "/" + STATION, "ocpp1.6").close();
        RawStation.booted(server, "default/" + RIGHT + "/" + STATION, "ocpp1.6").close();
        // A station that has to prove nothing comes in whatever stands before its identity, and that is not shown
        // either.
        RawStation.connect(server, RIGHT + "/HONEST-0", "ocpp1.6").close();
        List<String> refused = List.of(
                GUESSED + "/" + STATION,
                "default/" + GUESSED + "/" + STATION,
                GUESSED + "/NOBODY-1",
                GUESSED + "/" + STATION + "/" + STATION,
                GUESSED + "/" + STATION + "?token=" + GUESSED,
                GUESSED + "/" + STATION + "/",
                RIGHT + "/NOBODY-1",
                STATION);
        for (String path : refused) {
            assertThatThrownBy(() -> RawStation.connect(server, path, "ocpp1.6"), path)
                    .hasMessageContaining("WebSocketHandshakeException");
        }
        Await.until(
                "the attempts are listed",
                () -> server.api().all("/api/v1/connection-attempts").toString().contains("/***/" + STATION));
        assertThat(told()).isEmpty();
        assertThat(server.log()).doesNotContain(RIGHT, GUESSED);
        honest.report("tokens in the URLs of stations, looked for in all that is told", refused.size(), 0);
        honest.close();
        server.stop(); // all is written then
        assertThat(kept()).isEmpty();
    }

    /** The operations that tell one of the tokens. */
    private Set<String> told() {
        Set<String> telling = new TreeSet<>();
        ApiDocument document = ApiDocument.of(server.api());
        int asked = 0;
        for (ApiDocument.Operation operation : document.operations().values()) {
            if (operation.method().equals("get") && !operation.streams()) {
                String path = operation.path().replace("{station}", STATION).replaceAll("\\{[^}]+}", "1");
                String text = server.api().get(path).text();
                if (text.contains(RIGHT) || text.contains(GUESSED)) {
                    telling.add(operation.id());
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(50);
        return telling;
    }

    /** The files of the server that have one of the tokens in them. */
    private List<String> kept() throws IOException {
        List<String> having = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains(RIGHT) || text.contains(GUESSED)) {
                    having.add(file.toString());
                }
            }
        }
        return having;
    }
}

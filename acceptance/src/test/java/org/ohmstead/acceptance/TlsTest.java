package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.network.ClientTls;

/** The ports with TLS of a real server, as OpenSSL and stations see them. */
class TlsTest {
    private static final int PORT = ServerProcess.freePort();
    private static final int OLD_PORT = ServerProcess.freePort();
    private static final String OLD_SUITE = "AES128-GCM-SHA256";

    @TempDir
    static Path folder;

    @TempDir
    Path files;

    static ServerProcess server;

    @BeforeAll
    static void start() {
        Openssl.assumeThere();
        server = ServerProcess.start(folder, "--tls-port=" + PORT, "--tls-legacy-port=" + OLD_PORT);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1_2, -cipher, ECDHE-RSA-AES128-GCM-SHA256, rsaEncryption",
        "-tls1_2, -cipher, ECDHE-ECDSA-AES128-GCM-SHA256, id-ecPublicKey",
        "-tls1_3, -sigalgs, rsa_pss_rsae_sha256:RSA+SHA256, rsaEncryption",
        "-tls1_3, -sigalgs, ecdsa_secp256r1_sha256:RSA+SHA256, id-ecPublicKey"
    })
    void openssl_trusts_what_the_server_has_made_itself_in_both_versions_and_with_both_kinds_of_keys(
            String version, String option, String value, String kind) {
        Openssl.Outcome outcome = Openssl.connect(
                PORT,
                version,
                option,
                value,
                "-CAfile",
                root(),
                "-verify_return_error",
                "-verify_hostname",
                "localhost");
        assertThat(outcome.text()).contains("Verify return code: 0 (ok)");
        Path shown = files.resolve("shown.pem");
        write(
                shown,
                outcome.text()
                                .substring(
                                        outcome.text().indexOf("-----BEGIN"),
                                        outcome.text().indexOf("-----END")) + "-----END CERTIFICATE-----\n");
        assertThat(Openssl.run("x509", "-in", shown.toString(), "-noout", "-text")
                        .text())
                .contains("Public Key Algorithm: " + kind);
        assertThat(Openssl.run("verify", "-CAfile", root(), shown.toString()).exit())
                .isZero();
    }

    @Test // A00.FR.319
    void tls_1_1_is_refused_at_both_ports_and_the_old_suites_at_one_of_them() {
        for (int port : new int[] {PORT, OLD_PORT}) {
            assertThat(Openssl.connect(port, "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0")
                            .text())
                    .contains("Cipher is (NONE)");
        }
        assertThat(Openssl.connect(PORT, "-tls1_2", "-cipher", OLD_SUITE).text())
                .contains("Cipher is (NONE)");
        assertThat(Openssl.connect(OLD_PORT, "-tls1_2", "-cipher", OLD_SUITE, "-CAfile", root())
                        .text())
                .contains("Cipher is " + OLD_SUITE)
                .contains("Verify return code: 0 (ok)");
        Await.until("the attempts are listed", () -> reasons().containsAll(List.of("tls_version", "tls_cipher")));
        assertThat(sentence("tls_version")).contains("1.1 and older are not");
        assertThat(sentence("tls_cipher")).contains("no cipher suite that is spoken at this port");
    }

    @Test
    void a_session_is_resumed() {
        String session = files.resolve("session").toString();
        Openssl.connect(PORT, "-tls1_2", "-sess_out", session);
        assertThat(Openssl.connect(PORT, "-tls1_2", "-sess_in", session).text()).contains("Reused, TLSv1.2");
    }

    @Test
    void each_wrong_protocol_is_told_so_and_kept() {
        server.api().stations("WRONG-1");
        try (Simulators simulators = new Simulators(true)) {
            StationOptions plain = new StationOptions("WRONG-1")
                    .url("ws://localhost:" + PORT + "/ocpp")
                    .reconnects(false);
            assertThatThrownBy(simulators.station(plain)::connect).isInstanceOf(IllegalStateException.class);
            StationOptions secure = new StationOptions("WRONG-1")
                    .url("wss://localhost:" + server.port() + "/ocpp")
                    .reconnects(false);
            assertThatThrownBy(simulators.station(secure)::connect).isInstanceOf(IllegalStateException.class);
        }
        Await.until("the attempts are listed", () -> reasons()
                .containsAll(List.of("plain_on_tls_port", "tls_on_plain_port")));
        assertThat(sentence("plain_on_tls_port")).contains("plain text (ws://) to a port that speaks TLS");
        assertThat(sentence("tls_on_plain_port")).contains("speaks TLS (wss://) to a port that speaks none");
    }

    @Test
    void stations_of_all_versions_charge_over_tls_with_and_without_a_certificate_of_their_own() throws IOException {
        Openssl.selfSigned(files, "STATION", "ec");
        server.api().tokens("CARD");
        try (Simulators simulators = new Simulators()) {
            for (OcppVersion version : OcppVersion.values()) {
                for (boolean shows : new boolean[] {true, false}) {
                    String identity = "TLS-" + version + "-" + shows;
                    server.api().stations(identity);
                    StationOptions options =
                            options(identity, PORT, Path.of(root())).version(version);
                    if (shows) {
                        options.tls(options.tls().with(identity("STATION")));
                    }
                    simulators.station(options).connect();
                }
            }
            server.api().stations("OLD-1");
            StationOptions old = new StationOptions("OLD-1")
                    .url("wss://localhost:" + OLD_PORT)
                    .tls(new ClientTls(Path.of(root()), "TLSv1.2", null));
            simulators.station(old).connect();
        }
    }

    @Test
    void a_station_that_does_not_believe_the_root_is_listed_with_what_to_do() {
        Openssl.selfSigned(files, "STRANGER", "ec");
        server.api().stations("DOUBTS-1");
        try (Simulators simulators = new Simulators()) {
            StationOptions options =
                    options("DOUBTS-1", PORT, files.resolve("STRANGER.pem")).reconnects(false);
            assertThatThrownBy(simulators.station(options)::connect).isInstanceOf(IllegalStateException.class);
        }
        Await.until("the attempt is listed", () -> reasons().contains("tls_certificate_refused"));
        assertThat(sentence("tls_certificate_refused")).contains("does not trust this server's certificate");
    }

    @Test
    void fifty_stations_stay_connected_while_the_certificate_is_renewed_and_a_broken_one_is_told() throws IOException {
        int port = ServerProcess.freePort();
        Openssl.selfSigned(files, "first", "ec");
        Openssl.selfSigned(files, "second", "ec");
        take("first");
        Path data = Files.createDirectory(files.resolve("data"));
        try (ServerProcess own = ServerProcess.start(
                        data,
                        "--tls-port=" + port,
                        "--tls-certificates=" + files.resolve("server.pem"),
                        "--tls-keys=" + files.resolve("server.key"));
                Simulators simulators = new Simulators()) {
            List<SimStation> stations = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                own.api().stations("CP-" + i);
                SimStation station = simulators.station(
                        options("CP-" + i, port, files.resolve("first.pem")).reconnects(false));
                station.connect();
                stations.add(station);
            }

            take("second");

            Await.until(
                    "the second is shown",
                    () -> Openssl.connect(port).text().contains("CN = second")
                            || Openssl.connect(port).text().contains("CN=second"));
            Files.writeString(files.resolve("server.pem"), "nothing");
            Await.until("the broken one is told", () -> !tls(own).path("error").isNull());
            assertThat(tls(own).path("error").asText()).contains("no certificate in");
            assertThat(tls(own).at("/certificates/0/subject").asText()).isEqualTo("CN=second");
            assertThat(Openssl.connect(port).text()).containsPattern("CN ?= ?second");
            assertThat(stations).allMatch(SimStation::isReady);
        }
    }

    @Test
    void what_cannot_be_used_stops_the_start_in_a_sentence() throws IOException {
        Path data = Files.createDirectory(files.resolve("data"));
        try (ServerProcess refused = ServerProcess.launched(
                data, "--tls-port=" + ServerProcess.freePort(), "--tls-certificates=" + files.resolve("none.pem"))) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.log()).contains("cannot be read", "none.pem").doesNotContain("\tat ");
        }
    }

    @Test
    void the_api_shows_what_is_served_and_the_root_to_be_trusted() throws IOException {
        JsonNode tls = tls(server);
        assertThat(tls.path("port").asInt()).isEqualTo(PORT);
        assertThat(tls.path("legacyPort").asInt()).isEqualTo(OLD_PORT);
        assertThat(tls.path("origin").asText()).isEqualTo("self_made");
        assertThat(tls.path("certificates"))
                .extracting(each -> each.path("algorithm").asText())
                .containsExactly("EC", "RSA");
        assertThat(tls.path("rootPem").asText().strip())
                .isEqualTo(Files.readString(Path.of(root())).strip());
        assertThat(server.log()).contains("wss://127.0.0.1:" + PORT + "/ocpp/{identity}");
    }

    private void take(String name) throws IOException {
        for (String end : List.of(".key", ".pem")) {
            Files.copy(files.resolve(name + end), files.resolve("server" + end), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static StationOptions options(String identity, int port, Path root) {
        return new StationOptions(identity)
                .url("wss://localhost:" + port + "/ocpp")
                .tls(new ClientTls(root, null, null));
    }

    private ClientTls.Identity identity(String name) throws IOException {
        return new ClientTls.Identity(
                Buffer.buffer(Files.readAllBytes(files.resolve(name + ".pem"))),
                Buffer.buffer(Files.readAllBytes(files.resolve(name + ".key"))));
    }

    private static JsonNode tls(ServerProcess of) {
        return of.api().get("/api/v1/server/tls").ok();
    }

    private static List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        server.api()
                .all("/api/v1/connection-attempts")
                .forEach(each -> reasons.add(each.path("reason").asText()));
        return reasons;
    }

    /** What the doctor says. */
    private static String sentence(String reason) {
        return server.api().all("/api/v1/connection-problems").stream()
                .filter(each -> each.path("reason").asText().equals(reason))
                .findFirst()
                .orElseThrow()
                .path("sentence")
                .asText();
    }

    private static String root() {
        return folder.resolve("tls/root.pem").toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

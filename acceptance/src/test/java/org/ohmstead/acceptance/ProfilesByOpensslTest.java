package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.simulator.station.network.ClientTls;

/** Who gets in over TLS by which profile, as OpenSSL and not our own simulator dials (A00.FR.3xx, A00.FR.4xx). */
class ProfilesByOpensslTest {
    private static final int PORT = ServerProcess.freePort();
    private static final String PASSWORD = "correct-horse-battery";
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));
    private static final TestAuthority MAKER = new TestAuthority("Maker");
    private static final TestAuthority STRANGER = new TestAuthority("Stranger");

    @TempDir
    static Path folder;

    @TempDir
    Path files;

    static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        Openssl.assumeThere();
        Path authorities = folder.resolve("authorities.pem");
        MAKER.write(authorities);
        server = ServerProcess.start(
                folder, "--tls-port=" + PORT, "--client-authorities=" + authorities, "--certificate-organisation=Acme");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # profile | TLS      | shows              | answer | reason                 | told
            2         | -tls1_2  | password           | 101    | ''                    | ''
            2         | -tls1_3  | password           | 101    | ''                    | ''
            2         | -tls1_3  | wrong password     | 401    | wrong_password        | password that it sends is wrong
            2         | -tls1_3  | nothing            | 401    | no_credentials        | sends no password
            2         | -tls1_3  | right              | 401    | no_credentials        | sends no password
            3         | -tls1_2  | right              | 101    | ''                    | ''
            3         | -tls1_3  | right              | 101    | ''                    | ''
            3         | -tls1_3  | serial             | 101    | ''                    | ''
            3         | -tls1_3  | wrong serial       | 401    | wrong_common_name     | neither its identity nor its serial number
            3         | -tls1_2  | expired            | 401    | certificate_expired   | has expired
            3         | -tls1_3  | expired            | 401    | certificate_expired   | has expired
            3         | -tls1_3  | stranger           | 401    | untrusted_certificate | not believed here
            3         | -tls1_3  | other organisation | 401    | wrong_organisation    | another organisation
            3         | -tls1_3  | no organisation    | 401    | wrong_organisation    | another organisation
            3         | -tls1_3  | password           | 401    | no_certificate        | has shown none
            """)
    void a_station_gets_in_by_what_its_profile_asks_for(
            int profile, String version, String shows, String answer, String reason, String told) throws IOException {
        String identity = station(profile, version, shows);
        String head = Openssl.ask(PORT, handshake(identity, shows), options(version, identity, shows));
        assertThat(head).startsWith("HTTP/1.1 " + answer);
        if (!reason.isEmpty()) {
            isTold(identity, reason, told);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, password", "3, password"})
    void who_has_to_come_over_tls_does_not_get_in_without(int profile, String shows) throws IOException {
        String identity = station(profile, "plain", shows);
        assertThat(plain(handshake(identity, shows))).startsWith("HTTP/1.1 403");
        isTold(identity, "tls_required", "came in plain text");
    }

    @ParameterizedTest // A00.FR.319
    @CsvSource({"2, password", "3, right"})
    void nobody_gets_in_by_tls_1_1(int profile, String shows) throws IOException {
        String identity = station(profile, "old", shows);
        List<String> options = new ArrayList<>(options("-tls1_1", identity, shows));
        options.addAll(List.of("-cipher", "DEFAULT@SECLEVEL=0"));
        assertThat(Openssl.ask(PORT, handshake(identity, shows), options)).isEmpty();
    }

    private static String plain(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        }
    }

    private static String station(int profile, String how, String shows) {
        String identity = "P" + profile + "-" + how.replace("-tls1_", "1") + "-" + shows.replace(' ', '-');
        server.api().stations(identity);
        server.api()
                .put("/api/v1/stations/" + identity + "/password", "{\"password\":\"" + PASSWORD + "\"}")
                .ok();
        boot(identity);
        server.api()
                .patch("/api/v1/stations/" + identity + "/security", "{\"profile\":" + profile + "}")
                .ok();
        return identity;
    }

    /** Tells its serial number, by the profile that still counts. */
    private static void boot(String identity) {
        try (RawStation station = RawStation.connect(server, identity, "ocpp1.6", basic(identity, PASSWORD))) {
            station.ask("[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\","
                    + "\"chargePointSerialNumber\":\"" + serial(identity) + "\"}]");
        }
    }

    private static String serial(String identity) {
        return "S" + Integer.toHexString(identity.hashCode());
    }

    private static String basic(String identity, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((identity + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String handshake(String identity, String shows) {
        String authorization =
                switch (shows) {
                    case "password" -> "Authorization: " + basic(identity, PASSWORD) + "\r\n";
                    case "wrong password" -> "Authorization: " + basic(identity, PASSWORD + "!") + "\r\n";
                    default -> "";
                };
        return "GET /ocpp/" + identity + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: ocpp1.6\r\n" + authorization + "\r\n";
    }

    private List<String> options(String version, String identity, String shows) throws IOException {
        ClientTls.Identity shown = certificate(identity, shows);
        if (shown == null) {
            return List.of(version);
        }
        Path certificate = files.resolve("station.pem");
        Path key = files.resolve("station.key");
        Files.write(certificate, shown.certificates().getBytes());
        Files.write(key, shown.key().getBytes());
        return List.of(version, "-cert", certificate.toString(), "-key", key.toString());
    }

    private static ClientTls.Identity certificate(String identity, String shows) {
        Map<String, String> subjects = Map.of(
                "right", "CN=" + identity + ",O=Acme Charging",
                "expired", "CN=" + identity + ",O=Acme Charging",
                "stranger", "CN=" + identity + ",O=Acme Charging",
                "serial", "CN=SN " + serial(identity) + ",O=Acme Charging",
                "wrong serial", "CN=SN " + serial(identity) + "0,O=Acme Charging",
                "other organisation", "CN=" + identity + ",O=Other",
                "no organisation", "CN=" + identity);
        String subject = subjects.get(shows);
        if (subject == null) {
            return null;
        }
        Instant until = shows.equals("expired") ? Instant.now().minus(Duration.ofHours(1)) : LATER;
        return (shows.equals("stranger") ? STRANGER : MAKER).of(subject, until);
    }

    /** And nothing else of it. */
    private static void isTold(String identity, String reason, String sentence) {
        Await.until(identity + " is listed", () -> !problems(identity).isEmpty());
        assertThat(problems(identity)).singleElement().satisfies(problem -> {
            assertThat(problem.path("reason").asText()).isEqualTo(reason);
            assertThat(problem.path("sentence").asText()).contains(sentence);
            assertThat(problem.path("atStation").asText()).endsWith(".");
        });
    }

    private static List<JsonNode> problems(String identity) {
        return server.api().all("/api/v1/connection-problems").stream()
                .filter(each -> each.path("identity").asText().equals(identity))
                .toList();
    }
}

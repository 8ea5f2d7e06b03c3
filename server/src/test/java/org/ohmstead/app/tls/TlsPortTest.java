package org.ohmstead.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.Await;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempt.Reason;

/** Stations that dial in over TLS, and those that fail in it. */
class TlsPortTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final EndpointHarness server = new EndpointHarness();
    private SelfMade made;
    private ServerCertificates certificates;
    private X509Certificate root;
    private int port;

    @BeforeEach
    void start() throws UnusableCertificate {
        made = new SelfMade(folder, Set.of("localhost", "127.0.0.1"), Clock.systemUTC());
        certificates = new ServerCertificates(() -> made, Clock.systemUTC());
        certificates.load();
        root = PemFiles.certificates(made.root()).getFirst();
        port = server.listenToo(options -> TlsPolicy.apply(options, certificates, PATIENCE, false));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, RSA, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, ''",
        "TLSv1.2, EC, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, ''",
        "TLSv1.3, RSA, '', rsa_pss_rsae_sha256 rsa_pkcs1_sha256",
        "TLSv1.3, EC, '', ecdsa_secp256r1_sha256 rsa_pkcs1_sha256"
    })
    void each_station_is_shown_the_kind_of_key_that_it_knows(
            String version, String kind, String suites, String signatures) throws IOException {
        try (SSLSocket socket = new TlsClient(root).connect(port, version, words(suites), words(signatures))) {
            assertThat(TlsClient.shownBy(socket).getPublicKey().getAlgorithm()).isEqualTo(kind);
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void a_station_over_tls_is_served_and_its_blanks_are_understood_there_too() throws IOException {
        try (RawStation station = new TlsClient(root).dial(port, "CP-1")) {
            assertThat(station.status()).isEqualTo(101);
            station.text("[2,\"1\",\"Heartbeat\",{}]");
            assertThat(station.read().text()).startsWith("[3,\"1\"");
        }
        try (RawStation station = new TlsClient(root).dial(port, "DEPOT 7")) {
            assertThat(station.status()).isEqualTo(404);
        }
        assertThat(server.seen).allSatisfy(knock -> {
            assertThat(knock.transport().tls()).isTrue();
            assertThat(knock.transport().certificates()).isEmpty();
        });
        assertThat(server.attempts).extracting(Attempt::identity).containsExactly("DEPOT 7");
    }

    @Test
    void whatever_certificate_a_station_shows_is_told_to_the_door() throws IOException {
        KeyPair key = Signing.ecKey();
        Instant now = Instant.now();
        X509Certificate foreign =
                Signing.root("CP-1", key, new Signing.Validity(now.minusSeconds(99), now.minusSeconds(9)));
        try (RawStation station =
                TlsClient.showing(root, key.getPrivate(), foreign).dial(port, "CP-1")) {
            assertThat(station.status()).isEqualTo(101);
        }
        assertThat(server.seen)
                .singleElement()
                .satisfies(knock -> assertThat(knock.transport().certificates()).containsExactly(foreign));
    }

    @Test
    void plain_http_at_the_port_with_tls_is_told_so_and_kept_with_the_identity() throws IOException {
        try (RawStation station = RawStation.dial(port, "/ocpp/CP-1", "Sec-WebSocket-Protocol: ocpp1.6")) {
            assertThat(station.status()).isEqualTo(400);
            assertThat(station.rest()).contains("wss:// instead of ws://");
        }
        assertThat(server.attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.reason()).isEqualTo(Reason.PLAIN_ON_TLS_PORT);
            assertThat(attempt.identity()).isEqualTo("CP-1");
            assertThat(attempt.path()).isEqualTo("/ocpp/CP-1");
            assertThat(attempt.address()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void a_station_that_does_not_trust_us_is_told_to_take_our_root() {
        KeyPair other = Signing.rsaKey();
        Instant now = Instant.now();
        X509Certificate stranger =
                Signing.root("Somebody", other, new Signing.Validity(now.minusSeconds(9), now.plusSeconds(999)));
        assertThatThrownBy(() -> new TlsClient(stranger).connect(port)).isInstanceOf(IOException.class);

        assertThat(theOnlyAttempt().reason()).isEqualTo(Reason.TLS_CERTIFICATE_REFUSED);
        assertThat(theOnlyAttempt().detail()).contains("does not trust this server's certificate");
    }

    @Test
    void a_station_that_knows_only_the_old_suites_is_named() throws IOException {
        sendHello(port, 0x0303, 0x009c);

        assertThat(theOnlyAttempt().reason()).isEqualTo(Reason.TLS_CIPHER);
        assertThat(theOnlyAttempt().detail()).contains("tls-legacy-port");
    }

    @Test // A00.FR.319
    void tls_1_1_is_refused_by_name() throws IOException {
        sendHello(port, 0x0302, 0xc013);

        assertThat(theOnlyAttempt().reason()).isEqualTo(Reason.TLS_VERSION);
    }

    @Test
    void who_hangs_up_in_the_middle_is_kept_and_who_says_nothing_is_not() throws IOException {
        new Socket("127.0.0.1", port).close();
        try (RawStation station = new RawStation(port)) {
            station.write("\u0016\u0003\u0001");
        }
        assertThat(theOnlyAttempt().detail()).contains("hung up before");
    }

    @Test
    void what_is_neither_tls_nor_http_is_closed_at_once() throws IOException {
        try (RawStation station = new RawStation(port)) {
            station.write("\u0001\u0002\u0003");
            assertThat(station.isEnded()).isTrue();
        }
        assertThat(theOnlyAttempt().reason()).isEqualTo(Reason.TLS_FAILED);
    }

    @Test
    void a_flood_of_failed_handshakes_counts_up_one_reason_more() throws IOException {
        for (int i = 0; i < 62; i++) {
            try (RawStation station = new RawStation(port)) {
                station.write("\u0001");
                station.isEnded();
            }
        }
        Await.until(() -> server.attempts.size() == 62);
        assertThat(server.attempts.subList(60, 62)).extracting(Attempt::reason).containsOnly(Reason.TOO_MANY_FAILURES);
    }

    @Test
    void a_new_certificate_is_shown_to_the_next_one_and_who_is_connected_notices_nothing() throws IOException {
        TlsClient client = new TlsClient(root);
        try (RawStation standing = client.dial(port, "CP-1")) {
            X509Certificate before = shown(new TlsClient(root));
            Files.delete(folder.resolve("server-ec.pem"));
            Files.delete(folder.resolve("server-rsa.pem"));

            certificates.look();

            assertThat(shown(new TlsClient(root))).isNotEqualTo(before);
            standing.text("[2,\"1\",\"Heartbeat\",{}]");
            assertThat(standing.read().text()).startsWith("[3,\"1\"");
        }
    }

    private X509Certificate shown(TlsClient client) throws IOException {
        try (SSLSocket socket = client.connect(port)) {
            return TlsClient.shownBy(socket);
        }
    }

    private Attempt theOnlyAttempt() {
        Await.until(() -> !server.attempts.isEmpty());
        assertThat(server.attempts).hasSize(1);
        return server.attempts.getFirst();
    }

    /** A ClientHello of an old device: no extensions, one suite. */
    private static void sendHello(int port, int version, int suite) throws IOException {
        String body = bytes(version >> 8, version) + "r".repeat(32) + bytes(0, 0, 2, suite >> 8, suite, 1, 0);
        String hello = bytes(1, 0, 0, body.length()) + body;
        try (RawStation station = new RawStation(port)) {
            station.write(bytes(0x16, 3, 1, 0, hello.length()) + hello);
            station.rest();
        }
    }

    private static String bytes(int... values) {
        byte[] all = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = (byte) values[i];
        }
        return new String(all, StandardCharsets.ISO_8859_1);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}

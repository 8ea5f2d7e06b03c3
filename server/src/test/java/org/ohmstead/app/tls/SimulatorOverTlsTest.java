package org.ohmstead.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.network.ClientTls;

/** Virtual stations at the port with TLS: what they believe, and what they show. */
class SimulatorOverTlsTest {
    @TempDir
    Path folder;

    @Test
    void a_station_that_gets_a_certificate_shows_it_from_its_next_connection_on() throws UnusableCertificate {
        SelfMade made = new SelfMade(folder, Set.of("localhost", "127.0.0.1"), Clock.systemUTC());
        ServerCertificates certificates = new ServerCertificates(() -> made, Clock.systemUTC());
        certificates.load();
        try (EndpointHarness server = new EndpointHarness();
                Simulators simulators = new Simulators()) {
            int port =
                    server.listenToo(options -> TlsPolicy.apply(options, certificates, Duration.ofSeconds(20), false));
            StationOptions options = new StationOptions("CP-1")
                    .url("wss://localhost:" + port + "/ocpp")
                    .version(OcppVersion.V16)
                    .reconnects(false);
            assertThatThrownBy(simulators.station(options)::connect).isInstanceOf(IllegalStateException.class);

            SimStation station = simulators.station(options.tls(new ClientTls(made.root(), "TLSv1.2", null)));
            station.connect();
            assertThat(server.seen.getLast().transport().certificates()).isEmpty();
            assertThat(server.seen.getLast().transport().tls()).isTrue();

            KeyPair key = Signing.ecKey();
            Instant now = Instant.now();
            X509Certificate own =
                    Signing.root("CP-1", key, new Signing.Validity(now.minusSeconds(9), now.plusSeconds(999)));
            station.station()
                    .connection()
                    .destinations()
                    .identity(ClientTls.Identity.of(key.getPrivate(), List.of(own)));
            station.loseConnection();
            station.reconnect();

            assertThat(server.seen.getLast().transport().certificates()).containsExactly(own);
        }
    }
}

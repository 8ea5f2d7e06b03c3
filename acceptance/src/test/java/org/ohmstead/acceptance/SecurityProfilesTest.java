package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.network.ClientTls;

/** Stations come by what proves them and by nothing less, from the first password to a certificate of their own. */
class SecurityProfilesTest {
    private static final int PORT = ServerProcess.freePort();
    private static final String SECURE = "wss://localhost:" + PORT + "/ocpp";
    private static final String PASSWORD = "correct-horse-battery";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final TestAuthority MAKER = new TestAuthority("Maker");

    @TempDir
    static Path folder;

    static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        Path authorities = folder.resolve("authorities.pem");
        MAKER.write(authorities);
        server = ServerProcess.start(folder, "--tls-port=" + PORT, "--client-authorities=" + authorities);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V16", "V201"})
    void a_certificate_that_a_station_asked_for_opens_its_next_connection_and_none_once_it_is_revoked(
            OcppVersion version) {
        String identity = "SIGN-" + version;
        server.api().stations(identity);
        try (Simulators simulators = new Simulators()) {
            SimStation station = station(simulators, options(identity, version).url(SECURE));
            station.connect();
            comesBy(identity, 0);
            getsCertificate(identity);

            station.loseConnection();
            station.reconnect();

            comesBy(identity, 3);
            assertThat(security(identity).at("/last/certificateSubject").asText())
                    .contains("CN=" + identity);

            long certificate = server.api()
                    .get("/api/v1/certificates?station=" + identity + "&state=valid")
                    .ok()
                    .at("/items/0/id")
                    .asLong();
            server.api()
                    .post("/api/v1/certificates/" + certificate + "/revoke", "{\"reason\":\"key_compromise\"}")
                    .ok();
            station.loseConnection();
            assertThatThrownBy(station::reconnect).isInstanceOf(IllegalStateException.class);
            refusedFor(identity, "certificate_revoked");
            refused(simulators, options(identity, version).url(SECURE), "no_certificate");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V16", "V201"})
    void a_station_goes_from_profile_1_to_2_to_3_and_the_one_before_opens_nothing_any_more(OcppVersion version) {
        String identity = "UP-" + version;
        server.api().stations(identity);
        server.api()
                .put("/api/v1/stations/" + identity + "/password", "{\"password\":\"" + PASSWORD + "\"}")
                .ok();
        try (Simulators simulators = new Simulators()) {
            StationOptions plain = options(identity, version).password(PASSWORD);
            SimStation station = station(
                    simulators,
                    options(identity, version)
                            .password(PASSWORD)
                            .secureUrl(SECURE)
                            .reconnects(true)
                            .reconnectAfter(Duration.ofMillis(100)));
            station.connect();
            comesBy(identity, 1);

            upgraded(identity, 2, version);
            assertThat(security(identity).at("/last/proof").asText()).isEqualTo("password");
            refused(simulators, plain, "tls_required");

            getsCertificate(identity);
            upgraded(identity, 3, version);
            assertThat(security(identity).at("/last/proof").asText()).isEqualTo("certificate");
            refused(simulators, plain.url(SECURE), "no_certificate");
            assertThat(lower(identity).status()).isEqualTo(409);
            station.awaitReady();
        }
    }

    @Test
    void a_1_6_station_that_does_not_get_through_falls_back_to_the_profile_that_still_counts() {
        String identity = "BACK-16";
        server.api().stations(identity);
        server.api()
                .put("/api/v1/stations/" + identity + "/password", "{\"password\":\"" + PASSWORD + "\"}")
                .ok();
        try (Simulators simulators = new Simulators()) {
            SimStation station = station(
                    simulators,
                    options(identity, OcppVersion.V16)
                            .password(PASSWORD)
                            .secureUrl("wss://localhost:" + ServerProcess.freePort() + "/ocpp")
                            .reconnects(true)
                            .reconnectAfter(Duration.ofMillis(50)));
            station.connect();
            upgrade(identity, 2).ok();
            Await.until(
                    "it is back",
                    PATIENCE,
                    () -> security(identity).at("/upgrade/reason").asText().contains("It has come by profile 1 since"));
            assertThat(security(identity).at("/upgrade/state").asText()).isEqualTo("pending");
            assertThat(security(identity).path("profile").asInt(-1)).isEqualTo(-1);
            station.awaitReady();
        }
    }

    @Test
    void whoever_comes_with_what_is_not_his_own_is_turned_away_with_the_reason() {
        String identity = "OWN-1";
        String serial = "SIM" + Integer.toHexString(identity.hashCode());
        Instant later = Instant.now().plus(Duration.ofDays(1));
        server.api().stations(identity);
        server.api()
                .patch("/api/v1/stations/" + identity + "/security", "{\"profile\":3}")
                .ok();
        try (Simulators simulators = new Simulators()) {
            SimStation right = station(simulators, showing(identity, MAKER.station("SN " + serial, later)));
            right.connect();
            comesBy(identity, 3);
            right.disconnect();

            TestAuthority stranger = new TestAuthority("Stranger");
            refused(simulators, showing(identity, stranger.station(identity, later)), "untrusted_certificate");
            refused(
                    simulators,
                    showing(identity, new TestAuthority("Maker").station(identity, later)),
                    "untrusted_certificate");
            refused(simulators, showing(identity, MAKER.station("SN " + serial + "0", later)), "wrong_common_name");
            Instant before = Instant.now().minus(Duration.ofDays(1));
            refused(simulators, showing(identity, MAKER.station(identity, before)), "certificate_expired");
            refused(simulators, options(identity, OcppVersion.V201).url(SECURE), "no_certificate");
            refused(simulators, options(identity, OcppVersion.V201), "tls_required");
        }
    }

    private static StationOptions options(String identity, OcppVersion version) {
        return new StationOptions(identity)
                .url(server.stationUrl())
                .version(version)
                .tls(new ClientTls(folder.resolve("tls/root.pem"), null, null))
                .callTimeout(PATIENCE)
                .reconnects(false);
    }

    private static StationOptions showing(String identity, ClientTls.Identity shown) {
        StationOptions options = options(identity, OcppVersion.V201).url(SECURE);
        return options.tls(options.tls().with(shown));
    }

    private static SimStation station(Simulators simulators, StationOptions options) {
        return simulators.station(options).patience(PATIENCE);
    }

    private static void refused(Simulators simulators, StationOptions options, String reason) {
        long before = attempts(options.identity(), reason);
        assertThatThrownBy(station(simulators, options)::connect).as(reason).isInstanceOf(IllegalStateException.class);
        Await.until(
                options.identity() + " is refused for " + reason, () -> attempts(options.identity(), reason) > before);
    }

    private static void refusedFor(String identity, String reason) {
        Await.until(identity + " is refused for " + reason, () -> attempts(identity, reason) > 0);
    }

    /** Those of a minute stand in one row. */
    private static long attempts(String identity, String reason) {
        return server.api().all("/api/v1/connection-attempts").stream()
                .filter(each -> each.path("identity").asText().equals(identity))
                .filter(each -> each.path("reason").asText().equals(reason))
                .mapToLong(each -> each.path("occurred").asLong())
                .sum();
    }

    /** It is on disk soon after the first message of the new connection. */
    private static void comesBy(String identity, int profile) {
        Await.until(
                identity + " comes by profile " + profile,
                () -> security(identity).at("/last/profile").asInt(-1) == profile);
    }

    private static JsonNode security(String identity) {
        return server.api().get("/api/v1/stations/" + identity + "/security").ok();
    }

    private static void getsCertificate(String identity) {
        server.api()
                .post("/api/v1/stations/" + identity + "/trigger", "{\"message\":\"SignChargingStationCertificate\"}")
                .ok();
        Await.until(identity + " has its certificate", PATIENCE, () -> server.api()
                .get("/api/v1/stations/" + identity + "/signing-requests")
                .ok()
                .at("/items/0/state")
                .asText()
                .equals("installed"));
    }

    private static Api.Answer upgrade(String identity, int profile) {
        return server.api()
                .post(
                        "/api/v1/stations/" + identity + "/security/upgrade",
                        "{\"profile\":" + profile + ",\"url\":\"" + SECURE + "\"}");
    }

    private static void upgraded(String identity, int profile, OcppVersion version) {
        upgrade(identity, profile).ok();
        Await.until(identity + " has come by " + profile, PATIENCE, () -> {
            JsonNode security = security(identity);
            return security.path("profile").asInt() == profile
                    && security.at("/upgrade/state").asText().equals("connected")
                    && security.at("/last/profile").asInt() == profile;
        });
        if (version.isV2()) {
            Await.until(identity + " says so", PATIENCE, () -> server.api()
                    .get("/api/v1/stations/" + identity + "/network-profiles")
                    .ok()
                    .at("/lastSwitch/state")
                    .asText()
                    .equals("confirmed"));
        }
    }

    private static Api.Answer lower(String identity) {
        return server.api().patch("/api/v1/stations/" + identity + "/security", "{\"profile\":2}");
    }
}

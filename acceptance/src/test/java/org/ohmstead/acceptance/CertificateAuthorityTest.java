package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** From the question to the certificate in the station, for each version, and what anybody may ask of it then. */
class CertificateAuthorityTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private static SimStation station(ServerProcess server, Simulators simulators, OcppVersion version) {
        String identity = "CA-" + version;
        server.api().stations(identity);
        SimStation station = simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(version)
                        .callTimeout(PATIENCE))
                .patience(PATIENCE);
        station.connect();
        return station;
    }

    private static void trigger(ServerProcess server, String identity) {
        Api.Answer answer = server.api()
                .post("/api/v1/stations/" + identity + "/trigger", "{\"message\":\"SignChargingStationCertificate\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static JsonNode newest(ServerProcess server, String identity) {
        return server.api()
                .get("/api/v1/stations/" + identity + "/signing-requests")
                .ok()
                .at("/items/0");
    }

    private static void reaches(ServerProcess server, String identity, String state) {
        Await.until(
                identity + " " + state,
                PATIENCE,
                () -> newest(server, identity).path("state").asText().equals(state));
    }

    @Test
    void stations_of_each_version_get_their_certificate_and_openssl_knows_of_it() throws Exception {
        try (ServerProcess server = ServerProcess.start(Files.createDirectory(folder.resolve("server")));
                Simulators simulators = new Simulators()) {
            for (OcppVersion version : OcppVersion.values()) {
                SimStation station = station(server, simulators, version);
                trigger(server, station.identity());
                reaches(server, station.identity(), "installed");
            }
            JsonNode one = server.api()
                    .get("/api/v1/certificates?station=CA-V201&state=valid")
                    .ok()
                    .at("/items/0");
            long id = one.path("id").asLong();
            long authority = one.path("authority").asLong();
            file(
                    "leaf.pem",
                    server.api()
                            .get("/api/v1/certificates/" + id)
                            .ok()
                            .path("pem")
                            .asText());
            file(
                    "ca.pem",
                    server.api()
                            .get("/api/v1/authorities/" + authority)
                            .ok()
                            .path("certificate")
                            .asText());
            String ocsp = "http://127.0.0.1:" + server.port() + "/pki/" + authority + "/ocsp";
            assertThat(openssl("verify", "-CAfile", "ca.pem", "leaf.pem")).contains("leaf.pem: OK");
            assertThat(asked(ocsp)).contains("Response verify OK", "leaf.pem: good");
            assertThat(server.api()
                            .post("/api/v1/certificates/" + id + "/revoke", "{\"reason\":\"key_compromise\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(asked(ocsp)).contains("Response verify OK", "leaf.pem: revoked");
            Files.write(
                    folder.resolve("a.crl"),
                    get("http://127.0.0.1:" + server.port() + "/pki/" + authority + "/revoked.crl"));
            assertThat(openssl(
                            "crl", "-in", "a.crl", "-inform", "der", "-CAfile", "ca.pem", "-verify", "-noout", "-text"))
                    .contains("verify OK")
                    .containsIgnoringCase(one.path("serialNumber").asText());
        }
    }

    @Test
    void a_request_that_was_accepted_is_answered_although_the_server_was_killed() throws Exception {
        Path own = Files.createDirectory(folder.resolve("killed"));
        String csr;
        try (ServerProcess server = ServerProcess.start(own)) {
            server.api().stations("KILLED");
            csr = request("KILLED");
            try (RawStation station = RawStation.booted(server, "KILLED", "ocpp2.0.1")) {
                JsonNode answer =
                        station.ask("[2,\"csr\",\"SignCertificate\",{\"csr\":\"" + csr.replace("\n", "\\n") + "\"}]");
                assertThat(answer.at("/2/status").asText())
                        .as(answer.toString())
                        .isEqualTo("Accepted");
                server.kill();
            }
            server.restart();
            try (RawStation station = RawStation.booted(server, "KILLED", "ocpp2.0.1")) {
                JsonNode call = heard(station);
                while (!call.path(2).asText().equals("CertificateSigned")) {
                    call = heard(station);
                }
                assertThat(call.at("/3/certificateChain").asText()).startsWith("-----BEGIN CERTIFICATE-----");
                station.say("[3,\"" + call.path(1).asText() + "\",{\"status\":\"Accepted\"}]");
                reaches(server, "KILLED", "installed");
            }
            assertThat(server.api().all("/api/v1/certificates")).hasSize(1);
        }
    }

    /** What the server was about when it was killed is tried again after half a minute. */
    private static JsonNode heard(RawStation station) {
        Await.until("something comes", PATIENCE.multipliedBy(2), () -> !station.heardNothing());
        return station.next();
    }

    private String request(String identity) throws IOException, InterruptedException {
        openssl(
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-keyout",
                "key.pem",
                "-subj",
                "/CN=" + identity,
                "-out",
                "csr.pem");
        return Files.readString(folder.resolve("csr.pem"));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String asked(String url) throws IOException, InterruptedException {
        return openssl("ocsp", "-issuer", "ca.pem", "-cert", "leaf.pem", "-CAfile", "ca.pem", "-url", url);
    }

    private static byte[] get(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private String openssl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

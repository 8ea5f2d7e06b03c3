package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** A connector that is blocked while its station is there, away, charging, and after it has booted. */
final class BlockedConnectorTest {
    private static final String V16 = "ocpp1.6";

    @TempDir
    static Path folder;

    static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        server.api().tokens("CARD");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {V16, "ocpp2.0.1"})
    void a_station_is_told_and_told_again_after_it_has_booted(String version) {
        String identity = "TOLD-" + version;
        server.api().stations(identity);
        String block = "/api/v1/stations/" + identity + "/evses/1/connectors/1/block";
        try (RawStation station = RawStation.booted(server, identity, version)) {
            status(station, version, "Available");
            JsonNode view = server.api().put(block, "{\"reason\":\"Cable\"}").ok();
            assertThat(view.path("blockedBy").asText()).isEqualTo("local");
            answer(station, version, "Inoperative", "Scheduled");
            Await.until("it is scheduled", () -> result(identity).equals("scheduled"));
            assertThat(start(station, version)).isNotEqualTo("Accepted");
            status(station, version, "Unavailable");
            Await.until("it is in force", () -> result(identity).equals("accepted"));
        }
        try (RawStation station = RawStation.booted(server, identity, version)) {
            answer(station, version, "Inoperative", "Accepted");
            assertThat(server.api().delete(block).status()).isEqualTo(204);
            answer(station, version, "Operative", "Accepted");
            Await.until("nothing is left to tell", () -> result(identity).isEmpty());
            status(station, version, "Available");
            assertThat(start(station, version)).isEqualTo("Accepted");
        }
    }

    private static void status(RawStation station, String version, String status) {
        String now = Instant.now().toString();
        String facts = version.equals(V16)
                ? "{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"" + status + "\"}"
                : "{\"evseId\":1,\"connectorId\":1,\"timestamp\":\"" + now + "\",\"connectorStatus\":\"" + status
                        + "\"}";
        assertThat(station.ask("[2,\"" + System.nanoTime() + "\",\"StatusNotification\"," + facts + "]")
                        .path(0)
                        .asInt())
                .isEqualTo(3);
    }

    /** Expects to be told so, and says that. */
    private static void answer(RawStation station, String version, String wanted, String says) {
        JsonNode command = station.next();
        assertThat(command.path(2).asText()).isEqualTo("ChangeAvailability");
        JsonNode payload = command.path(3);
        if (version.equals(V16)) {
            assertThat(payload.path("connectorId").asInt()).isEqualTo(1);
            assertThat(payload.path("type").asText()).isEqualTo(wanted);
        } else {
            assertThat(payload.at("/evse/id").asInt()).isEqualTo(1);
            assertThat(payload.at("/evse/connectorId").asInt()).isEqualTo(1);
            assertThat(payload.path("operationalStatus").asText()).isEqualTo(wanted);
        }
        station.say("[3," + command.path(1) + ",{\"status\":\"" + says + "\"}]");
    }

    /** @return what the card is answered */
    private static String start(RawStation station, String version) {
        String now = Instant.now().toString();
        JsonNode answer = station.ask(
                version.equals(V16)
                        ? "[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"CARD\",\"meterStart\":0,"
                                + "\"timestamp\":\"" + now + "\"}]"
                        : "[2,\"s\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":\"" + now
                                + "\",\"triggerReason\":\"Authorized\",\"seqNo\":0,\"transactionInfo\":{\"transactionId\":\"TX-"
                                + System.nanoTime() + "\"},\"evse\":{\"id\":1,\"connectorId\":1},"
                                + "\"idToken\":{\"idToken\":\"CARD\",\"type\":\"ISO14443\"}}]");
        assertThat(answer.path(0).asInt()).as(answer.toString()).isEqualTo(3);
        return answer.at(version.equals(V16) ? "/2/idTagInfo/status" : "/2/idTokenInfo/status")
                .asText();
    }

    /** Empty: nothing is blocked. */
    private static String result(String identity) {
        return server.api()
                .get("/api/v1/stations/" + identity + "/blocks")
                .ok()
                .at("/items/0/result")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({"V16", "V201", "V21"})
    void a_station_of_the_simulator_goes_out_of_service_and_comes_back(OcppVersion version) {
        String identity = "SIM-" + version;
        server.api().stations(identity);
        try (Simulators simulators = new Simulators()) {
            SimStation station = simulators.station(
                    new StationOptions(identity).url(server.stationUrl()).version(version));
            station.connect();
            Await.until("it has reported its connector", () -> state(identity).equals("available"));
            String block = "/api/v1/stations/" + identity + "/evses/1/block";
            server.api().put(block, "{\"reason\":\"Repair\"}").ok();
            Await.until("it is out of service", () -> state(identity).equals("unavailable"));
            Await.until("it has said so", () -> result(identity).equals("accepted"));
            server.api().delete(block);
            Await.until("it is back", () -> state(identity).equals("available"));
        }
    }

    private static String state(String identity) {
        Api.Answer answer = server.api().get("/api/v1/partner/connectors/" + identity + "/1/1");
        return answer.status() == 200 ? answer.body().path("state").asText() : "";
    }

    @Test
    void a_block_ends_by_itself_when_its_time_is_over() {
        server.api().stations("SHORT");
        try (RawStation station = RawStation.booted(server, "SHORT", V16)) {
            status(station, V16, "Available");
            Instant until = Instant.now().plusSeconds(2);
            server.api()
                    .put(
                            "/api/v1/stations/SHORT/evses/1/connectors/1/block",
                            "{\"reason\":\"Short\",\"until\":\"" + until + "\"}")
                    .ok();
            answer(station, V16, "Inoperative", "Accepted");
            answer(station, V16, "Operative", "Accepted");
            assertThat(Instant.now()).isAfterOrEqualTo(until);
        }
    }
}

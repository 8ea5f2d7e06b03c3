package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** A station that is watched: what is wrong with it, and what it measures. */
final class MonitoredStationTest {
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

    private static JsonNode get(String path) {
        return server.api().get(path).ok();
    }

    @Test
    void values_of_a_monitor_flow_until_it_is_removed() {
        server.api().stations("SIM-21");
        try (Simulators simulators = new Simulators()) {
            SimStation station = simulators.station(
                    new StationOptions("SIM-21").url(server.stationUrl()).version(OcppVersion.V21));
            station.connect();
            JsonNode set = server.api()
                    .post(
                            "/api/v1/stations/SIM-21/monitors",
                            "{\"monitors\":[{\"component\":{\"name\":\"EVSE\",\"evse\":1},\"variable\":{\"name\":\"Power\"},"
                                    + "\"type\":\"Periodic\",\"value\":1,\"severity\":8,\"stream\":{\"interval\":1}}]}")
                    .ok();
            assertThat(set.at("/monitors/0/status").asText()).as(set.toString()).isEqualTo("Accepted");
            Await.until(
                    "values have come",
                    () -> get("/api/v1/stations/SIM-21/stream-values?component=EVSE")
                                    .path("items")
                                    .size()
                            >= 2);
            JsonNode value = get("/api/v1/stations/SIM-21/stream-values").at("/items/0");
            assertThat(value.path("variable").asText()).isEqualTo("Power");
            assertThat(value.path("evse").asInt()).isEqualTo(1);
            server.api()
                    .delete("/api/v1/stations/SIM-21/monitors/"
                            + set.at("/monitors/0/id").asLong());
            JsonNode streams = get("/api/v1/stations/SIM-21/event-streams");
            assertThat(streams.at("/items/0/closedBy").asText()).isEqualTo("monitor-removed");
        }
    }

    @Test
    void what_a_station_notices_is_wrong_until_it_says_that_it_is_over() {
        server.api().stations("LOCK");
        try (RawStation station = RawStation.booted(server, "LOCK", "ocpp2.0.1")) {
            notices(station, "true");
            JsonNode alert = get("/api/v1/station-alerts?open=true").at("/items/0");
            assertThat(alert.path("station").asText()).isEqualTo("LOCK");
            assertThat(alert.at("/component/name").asText()).isEqualTo("ConnectorPlugRetentionLock");
            notices(station, "true");
            assertThat(get("/api/v1/stations/LOCK/alerts").at("/items/0/events").asInt())
                    .isEqualTo(2);
            notices(station, "false");
            assertThat(get("/api/v1/stations/LOCK/alerts?open=true").path("items"))
                    .isEmpty();
            assertThat(get("/api/v1/stations/LOCK/alerts")
                            .at("/items/0/endedBy")
                            .asText())
                    .isEqualTo("cleared");
        }
    }

    /** Its lock has a problem, or has it no more. */
    static void notices(RawStation station, String value) {
        String now = Instant.now().toString();
        JsonNode answer = station.ask("[2,\"" + System.nanoTime() + "\",\"NotifyEvent\",{\"generatedAt\":\"" + now
                + "\",\"seqNo\":0,\"eventData\":[{\"eventId\":1,\"timestamp\":\"" + now
                + "\",\"trigger\":\"Delta\",\"actualValue\":\"" + value
                + "\",\"component\":{\"name\":\"ConnectorPlugRetentionLock\",\"evse\":{\"id\":1}},"
                + "\"variable\":{\"name\":\"Problem\"},\"eventNotificationType\":\"HardWiredNotification\"}]}]");
        assertThat(answer.path(0).asInt()).as(answer.toString()).isEqualTo(3);
    }

    @Test
    void what_a_station_told_of_a_customer_is_shown_and_stands_in_no_log() {
        server.api().stations("KNOWS");
        try (Simulators simulators = new Simulators()) {
            SimStation station = simulators.station(
                    new StationOptions("KNOWS").url(server.stationUrl()).version(OcppVersion.V201));
            station.connect();
            server.api()
                    .post(
                            "/api/v1/stations/KNOWS/customer-information",
                            "{\"token\":{\"value\":\"CARD\",\"type\":\"ISO14443\"},\"report\":true}")
                    .ok();
            String all = "/api/v1/stations/KNOWS/customer-information";
            Await.until("it has told", () -> get(all).at("/items/0").has("completedAt"));
            JsonNode report = get(all + "/" + get(all).at("/items/0/id").asText());
            assertThat(report.path("complete").asBoolean()).isTrue();
            assertThat(report.path("pages").asInt()).isEqualTo(1);
            Await.until("the log has it", () -> {
                String log = server.api()
                        .get("/api/v1/messages?station=KNOWS&action=NotifyCustomerInformation")
                        .text();
                return log.contains("***");
            });
        }
    }
}

package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Calls what helps a technician whose charger does not connect: as it should be, and wrongly. */
final class DoctorOperations {
    private static final String UNKNOWN = "DOCTORS-PATIENT";

    private final DocumentedApi api;
    private final ServerProcess server;
    private final String station;

    /** @param station that is connected */
    DoctorOperations(DocumentedApi api, ServerProcess server, String station) {
        this.api = api;
        this.server = server;
        this.station = station;
    }

    void call() {
        problems();
        lists();
        sheet();
        diagnosis();
    }

    private void problems() {
        knock();
        Await.until("the problem is listed", () -> !found().isEmpty());
        JsonNode problem = found().get(0);
        assertThat(problem.path("reason").asText()).isEqualTo("unknown_identity");
        assertThat(problem.path("state").asText()).isEqualTo("ongoing");
        assertThat(problem.path("sentence").asText()).contains("registered");
        long id = problem.path("id").asLong();
        assertThat(api.call("getConnectionProblem")
                        .with("id", id)
                        .gives(200)
                        .path("actions")
                        .get(0)
                        .asText())
                .isEqualTo("create_station");
        api.call("getConnectionProblem").with("id", 0).gives(404);
        String create = "{\"action\":\"create_station\"}";
        api.call("resolveConnectionProblem").with("id", 0).body(create).gives(404);
        api.call("resolveConnectionProblem").with("id", id).body("{}").gives(400);
        JsonNode solved =
                api.call("resolveConnectionProblem").with("id", id).body(create).gives(200);
        assertThat(solved.path("station").asText()).isEqualTo(UNKNOWN);
        api.call("resolveConnectionProblem").with("id", id).body(create).gives(409);
    }

    private JsonNode found() {
        return api.call("listConnectionProblems")
                .with("station", UNKNOWN)
                .gives(200)
                .path("items");
    }

    private void knock() {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("GET /ocpp/" + UNKNOWN + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void lists() {
        api.call("listConnectionProblems").with("limit", 1).gives(200);
        api.call("listConnectionProblems").with("from", "yesterday").gives(400);
        api.call("listConnectionOddities").with("station", station).gives(200);
        api.call("listConnectionOddities").with("station", "NOBODY").gives(404);
        api.call("listConnectionOddities").with("limit", 0).gives(400);
        api.call("listStationTroubles")
                .with("station", station)
                .with("open", true)
                .gives(200);
        api.call("listStationTroubles").with("station", "NOBODY").gives(404);
        api.call("listStationTroubles").with("open", "perhaps").gives(400);
    }

    private void sheet() {
        JsonNode sheet = api.call("getConnectSheet").with("station", station).gives(200);
        assertThat(sheet.at("/addresses/0/wholeUrl").asText()).startsWith("ws").endsWith("/ocpp/" + station);
        api.call("getConnectSheet").with("station", "NOBODY").gives(404);
    }

    private void diagnosis() {
        JsonNode found = api.call("diagnoseStation").with("station", station).gives(200);
        assertThat(found.path("findings").findValuesAsText("code")).contains("connected");
        api.call("diagnoseStation").with("station", "NOBODY").gives(404);
    }
}

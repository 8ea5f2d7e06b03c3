package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

/** One command for stations of all versions: watched live, over a kill of the server, reported as a table. */
class BulkCommandsTest {
    private static final int EACH = 10;

    @TempDir
    Path folder;

    @Test
    void each_station_is_told_once_though_the_server_is_killed_in_the_middle() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder);
                Simulators simulators = new Simulators()) {
            List<SimStation> stations = new ArrayList<>();
            for (OcppVersion version : OcppVersion.values()) {
                for (int i = 0; i < EACH; i++) {
                    stations.add(connected(server, simulators, version.name() + "-" + i, version));
                }
            }
            stations.forEach(station -> station.mischief().silent(true));
            String bulk = server.api()
                    .post(
                            "/api/v1/commands/bulk",
                            "{\"filter\":{\"q\":\"V\"},\"action\":\"ClearCache\",\"parallel\":5,\"timeout\":\"1s\"}")
                    .body()
                    .path("id")
                    .asText();
            Await.until(
                    "some had their turn",
                    () -> progress(server, bulk).path("done").asInt() >= 5);
            server.kill();
            server.restart();
            JsonNode ended = lastProgress(server, bulk);
            assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("ended");
            assertThat(ended.path("done").asInt()).as(ended.toString()).isEqualTo(3 * EACH);
            List<JsonNode> commands = server.api().all("/api/v1/commands?action=ClearCache");
            assertThat(commands).hasSize(3 * EACH);
            assertThat(commands).extracting(one -> one.path("station").asText()).doesNotHaveDuplicates();
            String table = HttpClient.newHttpClient()
                    .send(
                            server.api()
                                    .authorised(HttpRequest.newBuilder(
                                            server.api().base().resolve("/api/v1/commands/bulk/" + bulk + "/stations")))
                                    .header("Accept", "text/csv")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(table.lines()).hasSize(1 + 3 * EACH);
        }
    }

    private static SimStation connected(
            ServerProcess server, Simulators simulators, String identity, OcppVersion version) {
        server.api().stations(identity);
        SimStation station = simulators.station(
                new StationOptions(identity).url(server.stationUrl()).version(version));
        station.connect();
        return station;
    }

    private static JsonNode progress(ServerProcess server, String bulk) {
        return server.api().get("/api/v1/commands/bulk/" + bulk).ok();
    }

    /** What the live feed says last. */
    private static JsonNode lastProgress(ServerProcess server, String bulk) throws Exception {
        HttpRequest live = server.api()
                .authorised(
                        HttpRequest.newBuilder(server.api().base().resolve("/api/v1/commands/bulk/" + bulk + "/live")))
                .timeout(Duration.ofMinutes(2))
                .build();
        List<String> lines = HttpClient.newHttpClient()
                .send(live, BodyHandlers.ofLines())
                .body()
                .toList();
        assertThat(lines).anyMatch(line -> line.startsWith("event:") && line.endsWith("end"));
        List<String> numbers = lines.stream()
                .filter(line -> line.startsWith("data:{") || line.startsWith("data: {"))
                .toList();
        return Api.JSON.readTree(numbers.getLast().substring("data:".length()));
    }
}

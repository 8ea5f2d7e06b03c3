package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that wait for stations that are away, over a kill of the server: each leaves once, in its order. */
class QueuedCommandsTest {
    private static final int STATIONS = 100;
    private static final int EACH = 10;

    @TempDir
    Path folder;

    @Test
    void a_thousand_survive_a_kill_and_go_out_once_in_order() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            for (int i = 0; i < STATIONS; i++) {
                server.api().stations(identity(i));
                RawStation.booted(server, identity(i), "ocpp1.6").close(); // so that its version is known
            }
            Map<String, List<String>> queued = queue(server);
            server.kill();
            server.restart();
            assertThat(server.api().all("/api/v1/commands?state=queued")).hasSize(STATIONS * EACH);
            assertThat(answered(server)).isEqualTo(queued);
            Await.until(
                    "all have ended",
                    Duration.ofMinutes(1),
                    () -> server.api().all("/api/v1/commands?outcome=answered").size() == STATIONS * EACH);
            assertThat(server.api().all("/api/v1/commands?state=queued")).isEmpty();
        }
    }

    private static String identity(int i) {
        return "AWAY-" + i;
    }

    private static String key(int station, int command) {
        return "k-" + station + "-" + command;
    }

    private static Map<String, List<String>> queue(ServerProcess server) {
        Map<String, List<String>> queued = new LinkedHashMap<>();
        for (int j = 0; j < EACH; j++) {
            for (int i = 0; i < STATIONS; i++) {
                String body = "{\"action\":\"GetConfiguration\",\"payload\":{\"key\":[\"" + key(i, j)
                        + "\"]},\"ttl\":\"1h\"}";
                Api.Answer answer = server.api().post("/api/v1/stations/" + identity(i) + "/commands", body);
                assertThat(answer.status()).as(answer.text()).isEqualTo(202);
                queued.computeIfAbsent(identity(i), any -> new ArrayList<>()).add(key(i, j));
            }
        }
        return queued;
    }

    /** What each station is sent, all of them connected at once. */
    private static Map<String, List<String>> answered(ServerProcess server) throws Exception {
        Map<String, Future<List<String>>> running = new LinkedHashMap<>();
        Map<String, List<String>> came = new LinkedHashMap<>();
        try (ExecutorService stations = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < STATIONS; i++) {
                String identity = identity(i);
                running.put(identity, stations.submit(() -> answers(server, identity)));
            }
            for (Map.Entry<String, Future<List<String>>> one : running.entrySet()) {
                came.put(one.getKey(), one.getValue().get());
            }
        }
        return came;
    }

    private static List<String> answers(ServerProcess server, String identity) {
        List<String> keys = new ArrayList<>();
        try (RawStation station = RawStation.booted(server, identity, "ocpp1.6")) {
            while (keys.size() < EACH) {
                JsonNode call = station.next();
                if (call.path(2).asText().equals("GetConfiguration")) {
                    keys.add(call.at("/3/key/0").asText());
                }
                station.say("[3,\"" + call.path(1).asText() + "\",{}]");
            }
            assertThat(station.ask("[2,\"last\",\"Heartbeat\",{}]").path(0).asInt())
                    .isEqualTo(3);
        }
        return keys;
    }
}

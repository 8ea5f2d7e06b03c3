package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** Remote control of simulated stations of each version, every answer held against the document. */
final class RemoteControlTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    static ServerProcess server;
    static Simulators simulators;
    static DocumentedApi api;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder, "--remote-start-wait=10s");
        simulators = new Simulators();
        api = new DocumentedApi(server.api());
    }

    @AfterAll
    static void stop() {
        simulators.close();
        server.close();
    }

    private static SimStation station(String identity, OcppVersion version) {
        server.api().stations(identity);
        SimStation station = simulators
                .station(new StationOptions(identity)
                        .url(server.stationUrl())
                        .version(version)
                        .callTimeout(PATIENCE))
                .patience(PATIENCE);
        station.connect();
        Await.until("its connectors are known", () -> !server.api()
                .get("/api/v1/stations/" + identity + "/connectors")
                .ok()
                .path("items")
                .isEmpty());
        return station;
    }

    private static JsonNode remoteStart(long id) {
        return api.call("getRemoteStart").with("id", id).gives(200);
    }

    private static void reaches(JsonNode start, String state) {
        long id = start.path("id").asLong();
        Await.until(state, () -> remoteStart(id).path("state").asText().equals(state));
    }

    private static void noFaults() {
        assertThat(api.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void a_session_is_started_and_stopped_from_afar(OcppVersion version) {
        String identity = "FAR-" + version;
        SimStation station = station(identity, version);
        JsonNode start = api.call("startRemotely")
                .with("station", identity)
                .with("Idempotency-Key", "start-" + version)
                .body("{\"token\":\"APP-4711\",\"evse\":1}")
                .gives(200);
        assertThat(start.path("state").asText()).isIn("accepted", "plugged"); // 1.6 is Preparing by the start alone
        assertThat(api.call("startRemotely")
                        .with("station", identity)
                        .with("Idempotency-Key", "start-" + version)
                        .body("{\"token\":\"APP-4711\",\"evse\":1}")
                        .gives(200)
                        .path("id"))
                .isEqualTo(start.path("id"));
        station.plugIn(1);
        reaches(start, "started");
        JsonNode started = remoteStart(start.path("id").asLong());
        assertThat(started.has("pluggedAt")).isTrue();
        long session = started.path("session").asLong();
        JsonNode shown = server.api().get("/api/v1/sessions/" + session).ok();
        assertThat(shown.path("token").asText()).isEqualTo("APP-4711");
        assertThat(shown.path("tokenVerdict").asText()).isEqualTo("accepted");
        JsonNode check = api.call("checkSession").with("id", session).gives(200);
        assertThat(check.path("ongoing").isBoolean()).isEqualTo(version.isV2());
        JsonNode stop = api.call("stopSession").with("id", session).gives(200);
        assertThat(stop.path("accepted").asBoolean()).isTrue();
        Await.until("it has ended", () -> server.api()
                .get("/api/v1/sessions/" + session)
                .ok()
                .path("state")
                .asText()
                .equals("ended"));
        assertThat(api.call("listRemoteStarts")
                        .with("station", identity)
                        .with("state", "started")
                        .with("session", session)
                        .gives(200)
                        .path("items"))
                .hasSize(1);
        noFaults();
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void a_start_that_nothing_follows_expires_and_one_that_cannot_be_is_rejected(OcppVersion version) {
        String identity = "IDLE-" + version;
        SimStation station = station(identity, version);
        String body = "{\"token\":\"APP\",\"evse\":1}";
        JsonNode idle =
                api.call("startRemotely").with("station", identity).body(body).gives(200);
        reaches(idle, "expired");
        JsonNode nowhere = api.call("startRemotely")
                .with("station", identity)
                .body("{\"token\":\"APP\",\"evse\":99}")
                .gives(200);
        assertThat(nowhere.path("state").asText()).isEqualTo("rejected");
        station.disconnect();
        Await.until("it is gone", () -> !server.api()
                .get("/api/v1/stations/" + identity)
                .ok()
                .path("connected")
                .asBoolean());
        JsonNode away =
                api.call("startRemotely").with("station", identity).body(body).gives(200);
        assertThat(away.path("state").asText()).isEqualTo("failed");
        JsonNode queued = api.call("startRemotely")
                .with("station", identity)
                .with("ttl", "1h")
                .body(body)
                .gives(202);
        assertThat(queued.path("state").asText()).isEqualTo("queued");
        noFaults();
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void the_boot_after_a_reset_is_joined_to_it(OcppVersion version) {
        String identity = "BOOT-" + version;
        station(identity, version);
        JsonNode reset = api.call("resetStation")
                .with("station", identity)
                .body("{\"type\":\"immediate\"}")
                .gives(200);
        assertThat(reset.path("state").asText()).isIn("accepted", "rebooted");
        Await.until("it has booted", () -> api.call("getReset")
                .with("id", reset.path("id").asLong())
                .gives(200)
                .path("state")
                .asText()
                .equals("rebooted"));
        assertThat(api.call("listResets")
                        .with("station", identity)
                        .with("state", "rebooted")
                        .gives(200)
                        .at("/items/0/bootReason")
                        .asText())
                .isEqualTo(version.isV2() ? "RemoteReset" : "");
        api.call("resetStation")
                .with("station", identity)
                .body("{\"type\":\"" + (version == OcppVersion.V21 ? "hard" : "immediateAndResume") + "\"}")
                .gives(400);
        noFaults();
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void a_station_does_what_it_is_told_at_once(OcppVersion version) {
        String identity = "DO-" + version;
        station(identity, version);
        JsonNode unlock = api.call("unlockConnector")
                .with("station", identity)
                .with("evse", 1)
                .body("{\"connector\":1}")
                .gives(200);
        assertThat(unlock.path("status").asText()).isEqualTo("Unlocked");
        for (String message : Set.of("Heartbeat", "StatusNotification", "LogStatusNotification")) {
            JsonNode trigger = api.call("triggerMessage")
                    .with("station", identity)
                    .body("{\"message\":\"" + message + "\"}")
                    .gives(200);
            assertThat(trigger.path("accepted").asBoolean()).as(message).isTrue();
        }
        assertThat(api.call("clearAuthorizationCache")
                        .with("station", identity)
                        .gives(200)
                        .path("status")
                        .asText())
                .isEqualTo("Accepted");
        JsonNode queue = api.call("checkMessageQueue").with("station", identity).gives(200);
        assertThat(queue.at("/command/outcome").asText()).isEqualTo(version.isV2() ? "answered" : "notSupported");
        JsonNode out = api.call("setAvailability")
                .with("station", identity)
                .body("{\"operative\":false,\"evse\":1,\"reason\":\"Repair\"}")
                .gives(200);
        assertThat(out.path("operative").asBoolean()).isFalse();
        obeys(identity, false);
        api.call("setAvailability")
                .with("station", identity)
                .body("{\"operative\":true,\"evse\":1}")
                .gives(200);
        obeys(identity, true);
        noFaults();
    }

    private static void obeys(String identity, boolean operative) {
        Await.until("it obeys", () -> {
            JsonNode wanted = api.call("listWantedAvailability")
                    .with("station", identity)
                    .gives(200)
                    .at("/items/0");
            return wanted.path("operative").asBoolean() == operative
                    && wanted.path("result").asText().equals("accepted");
        });
    }
}

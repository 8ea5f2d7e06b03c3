package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card that is blocked while it charges. */
final class BlockedTokenTest {
    private static final String V16 = "ocpp1.6";

    @TempDir
    static Path folder;

    @TempDir
    static Path strictFolder;

    static ServerProcess server;
    static ServerProcess strict;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        strict = ServerProcess.start(strictFolder, "--stop-blocked-sessions=true");
    }

    @AfterAll
    static void stop() {
        server.close();
        strict.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {V16, "ocpp2.0.1"})
    void the_operator_is_told_what_runs_with_it_and_stops_it(String version) {
        String card = "CARD-" + version;
        String token = card(server, card);
        server.api().stations("HERE-" + version, "AWAY-" + version);
        String away;
        try (RawStation gone = RawStation.booted(server, "AWAY-" + version, version)) {
            away = begin(server, gone, "AWAY-" + version, version, card);
        }
        try (RawStation station = RawStation.booted(server, "HERE-" + version, version)) {
            String here = begin(server, station, "HERE-" + version, version, card);
            JsonNode blocked = server.api()
                    .patch("/api/v1/tokens/" + token, "{\"blocked\":true}")
                    .ok();
            JsonNode charging = blocked.path("charging");
            assertThat(charging.at("/sessions").findValuesAsText("id")).containsExactly(away, here);
            assertThat(charging.at("/sessions/1/station").asText()).isEqualTo("HERE-" + version);
            assertThat(charging.at("/sessions/1/evse").asInt()).isEqualTo(1);
            assertThat(charging.path("stopping").asBoolean()).isFalse();
            assertThat(station.heardNothing()).isTrue();

            String operation = charging.path("stop").asText();
            assertThat(operation).startsWith("POST /");
            Await.until("its station is gone", () -> !connected(server, "AWAY-" + version));
            CompletableFuture<Api.Answer> stopped = CompletableFuture.supplyAsync(
                    () -> server.api().post(operation.substring("POST ".length()), ""));
            obey(station, version, here);
            JsonNode stops = stopped.join().ok().path("sessions");
            assertThat(stops.findValuesAsText("outcome")).containsExactly("notConnected", "answered");
            assertThat(stops.at("/1/accepted").asBoolean()).isTrue();
            assertThat(stops.at("/0/errorText").asText()).isNotBlank();
            end(station, version, here);
            assertThat(server.api()
                            .get("/api/v1/sessions/" + here)
                            .ok()
                            .path("state")
                            .asText())
                    .isEqualTo("ended");
            assertThat(evidence(server, here)).contains("Accepted");
            assertThat(evidence(server, away)).contains("notConnected");
            assertThat(server.api()
                            .get("/api/v1/tokens/" + token)
                            .ok()
                            .at("/charging/sessions")
                            .findValuesAsText("id"))
                    .containsExactly(away);
            assertThat(server.api().post("/api/v1/sessions/" + here + "/stop", "").status())
                    .isEqualTo(409);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {V16, "ocpp2.0.1"})
    void with_the_setting_it_is_stopped_and_nobody_waits_for_the_station(String version) {
        String card = "CARD-" + version;
        String token = card(strict, card);
        strict.api().stations("HERE-" + version);
        try (RawStation station = RawStation.booted(strict, "HERE-" + version, version)) {
            String session = begin(strict, station, "HERE-" + version, version, card);
            JsonNode imported = strict.api()
                    .post("/api/v1/tokens/import", "[{\"value\":\"" + card + "\",\"blocked\":true}]")
                    .ok();
            assertThat(imported.at("/charging/0/sessions").findValuesAsText("id"))
                    .containsExactly(session);
            assertThat(imported.at("/charging/0/stopping").asBoolean()).isTrue();
            assertThat(imported.at("/charging/0/stop").asText()).contains("/" + token + "/");
            obey(station, version, session);
            end(station, version, session);
            Await.until("its evidence shows it", () -> evidence(strict, session).contains("Accepted"));
            assertThat(strict.log()).contains("session=" + session + " action=");
        }
    }

    private static String card(ServerProcess at, String value) {
        return at.api()
                .post("/api/v1/tokens", "{\"value\":\"" + value + "\",\"maxSessions\":0}")
                .ok()
                .path("id")
                .asText();
    }

    /** @return the number of the session */
    private static String begin(
            ServerProcess at, RawStation station, String identity, String version, String card) {
        String now = Instant.now().toString();
        JsonNode answer = station.ask(
                version.equals(V16)
                        ? "[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"" + card
                                + "\",\"meterStart\":0,\"timestamp\":\"" + now + "\"}]"
                        : event("s", "Started", "Authorized", 0, now)
                                + ",\"evse\":{\"id\":1,\"connectorId\":1},\"idToken\":{\"idToken\":\"" + card
                                + "\",\"type\":\"ISO14443\"}}]");
        assertThat(answer.path(0).asInt()).as(answer.toString()).isEqualTo(3);
        List<JsonNode> open = at.api().all("/api/v1/sessions?state=open&station=" + identity);
        assertThat(open).hasSize(1);
        return open.getFirst().path("id").asText();
    }

    private static String event(String id, String type, String trigger, int seqNo, String now) {
        return "[2,\"" + id + "\",\"TransactionEvent\",{\"eventType\":\"" + type + "\",\"timestamp\":\"" + now
                + "\",\"triggerReason\":\"" + trigger + "\",\"seqNo\":" + seqNo
                + ",\"transactionInfo\":{\"transactionId\":\"TX-1\"}";
    }

    /** Expects to be told to stop, and says that it will. */
    private static void obey(RawStation station, String version, String session) {
        JsonNode command = station.next();
        assertThat(command.path(2).asText())
                .isEqualTo(version.equals(V16) ? "RemoteStopTransaction" : "RequestStopTransaction");
        assertThat(command.at("/3/transactionId").asText()).isEqualTo(version.equals(V16) ? session : "TX-1");
        station.say("[3," + command.path(1) + ",{\"status\":\"Accepted\"}]");
    }

    private static void end(RawStation station, String version, String session) {
        String now = Instant.now().toString();
        JsonNode answer = station.ask(
                version.equals(V16)
                        ? "[2,\"e\",\"StopTransaction\",{\"transactionId\":" + session
                                + ",\"meterStop\":10,\"reason\":\"Remote\",\"timestamp\":\"" + now + "\"}]"
                        : event("e", "Ended", "RemoteStop", 1, now) + "}]");
        assertThat(answer.path(0).asInt()).as(answer.toString()).isEqualTo(3);
    }

    private static boolean connected(ServerProcess at, String identity) {
        return at.api()
                .get("/api/v1/stations/" + identity)
                .ok()
                .path("connected")
                .asBoolean();
    }

    private static String evidence(ServerProcess at, String session) {
        return at.api().all("/api/v1/sessions/" + session + "/evidence").stream()
                .filter(step -> step.path("kind").asText().equals("commanded"))
                .map(JsonNode::toString)
                .reduce("", String::concat);
    }
}

package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connector that is kept for somebody at a station that lets everybody charge, and forgets to say what it uses. */
final class ReservedConnectorTest {
    private static final String V16 = "ocpp1.6";

    @TempDir
    static Path folder;

    static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        server.api().tokens("CARD", "OTHER");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {V16, "ocpp2.0.1"})
    void somebody_else_is_refused_there_and_the_driver_uses_it(String version) {
        String identity = "KEPT-" + version;
        server.api().stations(identity);
        try (RawStation station = RawStation.booted(server, identity, version)) {
            CompletableFuture<Api.Answer> made = CompletableFuture.supplyAsync(() -> server.api()
                    .post(
                            "/api/v1/stations/" + identity + "/reservations",
                            "{\"token\":\"CARD\",\"evse\":1,\"expiresAt\":\""
                                    + Instant.now().plus(Duration.ofHours(1)) + "\"}"));
            JsonNode command = station.next();
            assertThat(command.path(2).asText()).isEqualTo("ReserveNow");
            assertThat(command.path(3)
                            .path(version.equals(V16) ? "connectorId" : "evseId")
                            .asInt())
                    .isOne();
            station.say("[3," + command.path(1) + ",{\"status\":\"Accepted\"}]");
            assertThat(made.join().ok().at("/reservation/state").asText()).isEqualTo("accepted");

            assertThat(start(station, version, "OTHER")).isEqualTo(version.equals(V16) ? "Invalid" : "NotAtThisTime");
            assertThat(state(identity)).isEqualTo("accepted");
            assertThat(start(station, version, "CARD")).isEqualTo("Accepted");
            Await.until("it is used", () -> state(identity).equals("used"));
        }
    }

    private static String state(String identity) {
        return server.api()
                .get("/api/v1/stations/" + identity + "/reservations/1")
                .ok()
                .path("state")
                .asText();
    }

    /** @return what the card is answered */
    private static String start(RawStation station, String version, String card) {
        String now = Instant.now().toString();
        JsonNode answer = station.ask(
                version.equals(V16)
                        ? "[2,\"" + card + "\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"" + card
                                + "\",\"meterStart\":0,\"timestamp\":\"" + now + "\"}]"
                        : "[2,\"" + card + "\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":\"" + now
                                + "\",\"triggerReason\":\"Authorized\",\"seqNo\":0,\"transactionInfo\":{\"transactionId\":\"TX-"
                                + card + "\"},\"evse\":{\"id\":1,\"connectorId\":1},\"idToken\":{\"idToken\":\"" + card
                                + "\",\"type\":\"ISO14443\"}}]");
        assertThat(answer.path(0).asInt()).as(answer.toString()).isEqualTo(3);
        return answer.at(version.equals(V16) ? "/2/idTagInfo/status" : "/2/idTokenInfo/status")
                .asText();
    }
}

package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must not hurt: none of it kills the process, a session or another station's connection, and each is visible.
 * A bystander is connected all the time and must be served after every test.
 */
final class BadInputTest {
    @TempDir
    static Path folder;

    static ServerProcess server;
    static RawStation bystander;

    private RawStation station;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        server.api().stations("BYSTANDER", "BAD-16", "BAD-21");
        server.api().tokens("TAG");
        bystander = RawStation.booted(server, "BYSTANDER", "ocpp1.6");
    }

    @AfterAll
    static void stop() {
        bystander.close();
        server.close();
    }

    @BeforeEach
    void boot() {
        station = RawStation.booted(server, "BAD-16", "ocpp1.6");
    }

    @AfterEach
    void the_bystander_is_served_on_his_old_connection() {
        station.close();
        assertThat(server.isAlive()).isTrue();
        assertThat(bystander
                        .ask("[2,\"still-here\",\"Heartbeat\",{}]")
                        .at("/2/currentTime")
                        .asText())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "[2",
                "[2,\"a\"",
                "[2,\"a\",\"Heartbeat\",{\"x\":",
                "[9,\"a\",\"Heartbeat\",{}]",
                "[3,\"\",{}]",
                "[3,\"nobody-asked\",{}]",
                "[4,\"nobody-asked\",\"InternalError\",\"\",{}]",
                "[2,{\"id\":1},\"Heartbeat\",{}]",
                "\u0000\u0000",
                "hello",
            })
    void a_frame_that_is_none_leaves_the_connection_open(String frame) {
        station.say(frame);
        station.say("[2,\"after\",\"Heartbeat\",{}]");
        JsonNode answer = station.next();
        while (!answer.path(1).asText().equals("after")) {
            assertThat(answer.path(0).asInt()).as(answer.toString()).isEqualTo(4);
            answer = station.next();
        }
        assertThat(answer.path(0).asInt()).isEqualTo(3);
    }

    @Test
    void deep_nesting_is_an_error_and_no_stack_overflow() {
        String deep = "[2,\"deep\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":" + "[".repeat(100_000)
                + "]".repeat(100_000) + "}]";
        assertThat(station.ask(deep).path(0).asInt()).isEqualTo(4);
        assertThat(station.ask("[2,\"after\",\"Heartbeat\",{}]").path(0).asInt())
                .isEqualTo(3);
    }

    @Test
    void wrong_types_are_tolerated_where_they_can_be_understood_and_named_where_not() {
        JsonNode coerced = station.ask(
                "[2,\"t1\",\"StatusNotification\",{\"connectorId\":\"1\",\"errorCode\":\"NoError\",\"status\":\"Available\",\"info\":null}]");
        assertThat(coerced.path(0).asInt()).as(coerced.toString()).isEqualTo(3);
        JsonNode refused = station.ask("[2,\"t2\",\"DataTransfer\",{\"vendorId\":{\"no\":\"text\"}}]");
        assertThat(refused.path(0).asInt()).isEqualTo(4);
        assertThat(refused.path(2).asText()).isEqualTo("TypeConstraintViolation");
        assertThat(refused.path(3).asText()).contains("vendorId");
    }

    @Test
    void seventeen_mebibytes_close_the_connection_with_1009() {
        try {
            station.say("[2,\"big\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"" + "x".repeat(17 << 20) + "\"}]");
        } catch (RuntimeException closedWhileSending) {
            // The server need not wait for the end of what it refuses.
        }
        assertThat(station.closeCode()).isIn(1009, 1006);
        Await.until("the close is on record", () -> server.api().all("/api/v1/stations/BAD-16/connections").stream()
                .anyMatch(connection -> connection.path("closeCode").asInt() == 1009));
    }

    @Test
    void one_mebibyte_is_served() {
        String almost =
                "[2,\"big\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"" + "x".repeat((1 << 20) - 200) + "\"}]";
        assertThat(station.ask(almost).at("/2/status").asText()).isEqualTo("UnknownVendorId");
    }

    @Test
    void binary_frames_are_no_ocpp() {
        station.sayBytes("[2,\"b\",\"Heartbeat\",{}]".getBytes(UTF_8));
        assertThat(station.closeCode()).isEqualTo(1003);
    }

    @Test
    void a_message_id_that_repeats_for_ever_is_served_for_ever() {
        for (int i = 0; i < 50; i++) {
            JsonNode answer = station.ask("[2,\"1000001\",\"StatusNotification\",{\"connectorId\":" + i
                    + ",\"errorCode\":\"NoError\",\"status\":\"Available\"}]");
            assertThat(answer.path(0).asInt()).isEqualTo(3);
        }
        assertThat(server.api().all("/api/v1/stations/BAD-16/connectors")).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void a_session_of_1970_keeps_the_stations_time_and_is_dated_by_ours() {
        JsonNode begun = station.ask(
                "[2,\"s\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"TAG\",\"meterStart\":0,\"timestamp\":\"1970-01-01T00:00:07Z\"}]");
        long id = begun.at("/2/transactionId").asLong();
        assertThat(id).isPositive();
        station.ask("[2,\"e\",\"StopTransaction\",{\"transactionId\":" + id
                + ",\"meterStop\":10,\"timestamp\":\"1970-01-01T00:10:07Z\"}]");
        JsonNode session = server.api().get("/api/v1/sessions/" + id).ok();
        assertThat(session.path("startedAt").asText()).startsWith("20");
        assertThat(session.path("verdict").asText()).isEqualTo("suspect");
    }

    @Test
    void a_station_that_never_answers_times_out_and_holds_up_nobody() {
        JsonNode silent = server.api()
                .post("/api/v1/stations/BAD-16/commands", "{\"action\":\"ClearCache\",\"timeout\":\"500ms\"}")
                .ok();
        assertThat(silent.path("outcome").asText()).isEqualTo("timedOut");
        assertThat(station.next().path(2).asText()).isEqualTo("ClearCache");
        assertThat(station.ask("[2,\"after\",\"Heartbeat\",{}]").path(0).asInt())
                .isEqualTo(3);
    }

    @Test
    void a_second_answer_to_the_same_command_is_dropped_and_counted() {
        var command = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> server.api().post("/api/v1/stations/BAD-16/commands", "{\"action\":\"ClearCache\"}"));
        String id = station.next().path(1).asText();
        station.say("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
        station.say("[3,\"" + id + "\",{\"status\":\"Rejected\"}]");
        JsonNode result = command.join().ok();
        assertThat(result.at("/response/status").asText()).isEqualTo("Accepted");
        assertThat(station.ask("[2,\"after\",\"Heartbeat\",{}]").path(0).asInt())
                .isEqualTo(3);
        assertThat(server.api().get("/metrics").text()).containsPattern("(?i)dropped[^\\n]*SECOND_ANSWER[^\\n]* [1-9]");
    }

    @Test
    void thousands_of_handshakes_that_never_end_keep_nobody_out() throws IOException {
        List<Socket> halfOpen = new ArrayList<>();
        try {
            for (int i = 0; i < 3000; i++) {
                Socket socket = new Socket("127.0.0.1", server.port());
                socket.getOutputStream().write("GET /ocpp/BAD-16 HTTP/1.1\r\nHost: x\r\n".getBytes(UTF_8));
                halfOpen.add(socket);
            }
            RawStation other = RawStation.booted(server, "BAD-21", "ocpp2.1");
            assertThat(other.ask("[2,\"h\",\"Heartbeat\",{}]").path(0).asInt()).isEqualTo(3);
            other.close();
        } finally {
            for (Socket socket : halfOpen) {
                socket.close();
            }
        }
    }

    @Test
    void an_unknown_identity_is_refused_and_on_record() {
        String path = "/ocpp/NOBODY-KNOWS-ME";
        assertThat(server.api().get(path).status()).isIn(400, 404, 426);
        try {
            RawStation.connect(server, "NOBODY-KNOWS-ME", "ocpp1.6").close();
        } catch (RuntimeException refused) {
            // As it should be.
        }
        Await.until("the attempt is listed", () -> server.api().all("/api/v1/connection-attempts").stream()
                .anyMatch(attempt -> attempt.toString().contains("NOBODY-KNOWS-ME")));
    }
}

package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What comes in a frame, how long it may be, and how it is packed: field notes 23 to 25 and 29. */
class FramesTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";
    private static final int MIB = 1 << 20;

    @Test
    void a_message_of_1_mib_is_served_in_one_frame_and_in_many() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            byte[] message = heartbeat(MIB);
            station.frame(RawStation.FIN | RawStation.TEXT, message);
            assertThat(station.read().text()).startsWith("[3,\"big\"");

            int piece = message.length / 8;
            for (int i = 0; i < 8; i++) {
                byte[] part =
                        java.util.Arrays.copyOfRange(message, i * piece, i == 7 ? message.length : (i + 1) * piece);
                station.frame(
                        (i == 7 ? RawStation.FIN : 0) | (i == 0 ? RawStation.TEXT : RawStation.CONTINUATION), part);
            }
            assertThat(station.read().text()).startsWith("[3,\"big\"");
        }
    }

    @Test
    void a_longer_message_is_closed_with_1009_and_disturbs_nobody_else() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation other = server.connected("CP-2")) {
            try (RawStation station = server.connected("CP-1")) {
                station.head(RawStation.FIN | RawStation.TEXT, 10 * MIB);
                assertClosed(station, 1009);
            }
            try (RawStation station = server.connected("CP-1")) {
                for (int i = 0; i < 5; i++) {
                    station.frame(i == 0 ? RawStation.TEXT : RawStation.CONTINUATION, new byte[MIB / 4]);
                }
                RawStation.Frame close = assertClosed(station, 1009);
                assertThat(close.closeReason()).isEqualTo("a message may have 1048576 bytes at most");
            }
            other.text(HEARTBEAT);
            assertThat(other.read().text()).startsWith("[3,");
        }
    }

    @Test
    void a_station_that_was_accepted_may_send_more_than_one_that_was_not() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--max-message-size=2MiB")) {
            server.stationIsAccepted = true;
            try (RawStation station = server.connected("CP-1")) {
                station.frame(RawStation.FIN | RawStation.TEXT, heartbeat(2 * MIB));
                assertThat(station.read().text()).startsWith("[3,\"big\"");
                station.frame(RawStation.FIN | RawStation.TEXT, heartbeat(2 * MIB + 1));
                assertThat(assertClosed(station, 1009).closeReason())
                        .isEqualTo("a message may have 2097152 bytes at most");
            }
        }
    }

    @Test
    void what_is_too_large_is_told_with_its_action_size_and_limit_in_one_frame_and_in_many() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            byte[] stop = stopTransaction(MIB + 500);
            try (RawStation station = server.connected("CP-1")) {
                station.frame(RawStation.FIN | RawStation.TEXT, stop);
                assertClosed(station, 1009);
            }
            try (RawStation station = server.connected("CP-1")) {
                int half = stop.length / 2;
                station.frame(RawStation.TEXT, java.util.Arrays.copyOf(stop, half));
                station.frame(
                        RawStation.FIN | RawStation.CONTINUATION,
                        java.util.Arrays.copyOfRange(stop, half, stop.length));
                assertClosed(station, 1009);
            }
            assertThat(server.tooLarge)
                    .containsExactly(
                            "StopTransaction 1049076 1048576 max-first-message-size",
                            "StopTransaction 1049076 1048576 max-first-message-size");
        }
    }

    @Test
    void what_came_in_the_same_packet_before_the_large_one_is_served() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            station.frames(HEARTBEAT.getBytes(StandardCharsets.UTF_8), stopTransaction(MIB + 500));
            assertClosed(station, 1009);
            org.ohmstead.Await.until(() -> server.callers.size() == 1);
        }
    }

    private static byte[] stopTransaction(int size) {
        String head = "[2,\"0f8e\",\"StopTransaction\",{\"transactionId\":1,\"transactionData\":[";
        return (head + " ".repeat(size - head.length() - 3) + "]}]").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void fragments_that_are_empty_change_nothing_wherever_they_stand() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            byte[] message = HEARTBEAT.getBytes(StandardCharsets.UTF_8);
            byte[] begin = java.util.Arrays.copyOf(message, 5);
            byte[] end = java.util.Arrays.copyOfRange(message, 5, message.length);
            for (int i = 0; i < 2; i++) {
                station.frame(RawStation.TEXT, new byte[0]);
                station.frame(RawStation.CONTINUATION, new byte[0]);
                station.frame(RawStation.CONTINUATION, begin);
                station.frame(RawStation.CONTINUATION, new byte[0]);
                station.frame(RawStation.FIN | RawStation.CONTINUATION, end);
                assertThat(station.read().text()).startsWith("[3,\"1\"");
                station.frame(RawStation.TEXT, new byte[0]);
                station.frame(RawStation.FIN | RawStation.CONTINUATION, message);
                assertThat(station.read().text()).startsWith("[3,\"1\"");
            }
        }
    }

    @Test
    void a_binary_frame_is_closed_with_1003_and_a_broken_one_with_1002() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            try (RawStation station = server.connected("CP-1")) {
                station.frame(RawStation.FIN | RawStation.BINARY, new byte[] {1, 2, 3});
                assertClosed(station, 1003);
            }
            try (RawStation station = server.connected("CP-1")) {
                station.frame(RawStation.FIN | 0x3, new byte[] {1});
                assertClosed(station, 1002);
            }
        }
    }

    @Test
    void latin_1_in_a_text_frame_does_not_end_the_connection() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            station.frame(
                    RawStation.FIN | RawStation.TEXT,
                    "[2,\"1\",\"Heartbeat\",{\"vendor\":\"K\u00f6ln\"}]".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(station.read().text()).startsWith("[3,\"1\"");
        }
    }

    @Test
    void compression_is_agreed_with_those_that_offer_it() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                EndpointHarness without = new EndpointHarness("--compression=false")) {
            String offer = "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover";
            try (RawStation station = RawStation.dial(server.port(), "/ocpp/CP-1", V16, offer)) {
                assertThat(station.header("Sec-WebSocket-Extensions"))
                        .isEqualTo("permessage-deflate;client_no_context_takeover");
                station.text(HEARTBEAT); // a sender may leave a message as it is
                assertThat(station.read().text()).startsWith("[3,\"1\"");
            }
            try (RawStation station = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
                assertThat(station.header("Sec-WebSocket-Extensions")).isEmpty();
            }
            try (RawStation station = RawStation.dial(without.port(), "/ocpp/CP-1", V16, offer)) {
                assertThat(station.header("Sec-WebSocket-Extensions")).isEmpty();
            }
        }
    }

    @Test
    void a_compressed_message_is_served_and_a_decompression_bomb_is_closed_with_1009() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (EndpointHarness server = new EndpointHarness()) {
            WebSocket station = compressing(vertx, server);
            CompletableFuture<String> answer = new CompletableFuture<>();
            station.textMessageHandler(answer::complete);
            station.writeTextMessage(new String(heartbeat(100_000), StandardCharsets.UTF_8));
            assertThat(answer.get(5, TimeUnit.SECONDS)).startsWith("[3,\"big\"");

            station.writeTextMessage(" ".repeat(64 * MIB)); // 64 KiB on the wire
            EndpointHarness.Closed end = server.nextClosed();
            assertThat(end.code()).isEqualTo(1009);
            assertThat(end.reason()).as("inflating was stopped").endsWith("bytes at most, inflated");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static RawStation.Frame assertClosed(RawStation station, int code) throws IOException {
        RawStation.Frame close = station.readUntil(RawStation.CLOSE);
        assertThat(close.closeCode()).isEqualTo(code);
        return close;
    }

    /** A Heartbeat of exactly this size. */
    private static byte[] heartbeat(int size) {
        String head = "[2,\"big\",\"Heartbeat\",{}";
        return (head + " ".repeat(size - head.length() - 1) + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static WebSocket compressing(Vertx vertx, EndpointHarness server) throws Exception {
        WebSocketClientOptions client = new WebSocketClientOptions()
                .setTryUsePerMessageCompression(true)
                .setMaxFrameSize(128 * MIB)
                .setMaxMessageSize(128 * MIB);
        WebSocketConnectOptions target = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setURI("/ocpp/CP-1")
                .addSubProtocol("ocpp1.6");
        return vertx.createWebSocketClient(client)
                .connect(target)
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }
}

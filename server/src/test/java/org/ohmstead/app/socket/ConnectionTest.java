package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationRef;

/** A connection from the handshake to its end: gotchas 13 to 25. */
class ConnectionTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";
    private static final String BOOT =
            "[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]";
    private static final int MIB = 1 << 20;

    @Test
    void the_newest_connection_wins_and_the_late_close_of_the_old_one_changes_nothing() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation old = connected(server, "CP-1");
                RawStation young = connected(server, "CP-1")) {
            RawStation.Frame close = old.readUntil(RawStation.CLOSE);
            assertThat(close.closeCode()).isEqualTo(1008);
            assertThat(close.closeReason()).isEqualTo("replaced by a newer connection");
            assertThat(server.nextClosed().connection()).isEqualTo(1);
            old.close();

            assertThat(link(server, "CP-1").connection()).isEqualTo(2);
            young.text(HEARTBEAT);
            assertThat(young.read().text()).startsWith("[3,");
        }
    }

    @Test
    void the_end_of_a_connection_is_noted_with_its_code() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            try (RawStation polite = connected(server, "CP-1")) {
                polite.frame(RawStation.FIN | RawStation.CLOSE, new byte[] {0x03, (byte) 0xe8, 'b', 'y', 'e'});
                assertThat(server.nextClosed()).isEqualTo(new EndpointHarness.Closed(1, 1000, "bye"));
            }
            connected(server, "CP-1").close();
            assertThat(server.nextClosed()).isEqualTo(new EndpointHarness.Closed(2, 1006, "the connection was lost"));
            assertThat(server.links.all()).isEmpty();
        }
    }

    @Test
    void a_message_of_1_mib_is_served_in_one_frame_and_in_many() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = connected(server, "CP-1")) {
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
                RawStation other = connected(server, "CP-2")) {
            try (RawStation station = connected(server, "CP-1")) {
                station.head(RawStation.FIN | RawStation.TEXT, 10 * MIB);
                assertClosed(station, 1009);
            }
            try (RawStation station = connected(server, "CP-1")) {
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
    void a_binary_frame_is_closed_with_1003_and_a_broken_one_with_1002() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            try (RawStation station = connected(server, "CP-1")) {
                station.frame(RawStation.FIN | RawStation.BINARY, new byte[] {1, 2, 3});
                assertClosed(station, 1003);
            }
            try (RawStation station = connected(server, "CP-1")) {
                station.frame(RawStation.FIN | 0x3, new byte[] {1});
                assertClosed(station, 1002);
            }
        }
    }

    @Test
    void latin_1_in_a_text_frame_does_not_end_the_connection() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = connected(server, "CP-1")) {
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

    @Test
    void a_quiet_station_is_pinged_and_lives_as_long_as_it_answers() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--ping-interval=1s", "--pong-timeout=1s");
                RawStation station = connected(server, "CP-1")) {
            for (int i = 0; i < 2; i++) {
                assertThat(station.read().opcode()).isEqualTo(RawStation.PING);
                station.frame(RawStation.FIN | RawStation.PONG, new byte[0]);
            }
            // From here on it says nothing any more.
            EndpointHarness.Closed end = server.nextClosed();
            assertThat(end.code()).isEqualTo(1006);
            assertThat(end.reason()).contains("ping");
            assertThat(station.rest()).isNotNull();
        }
    }

    @Test
    void a_station_that_never_answers_pings_lives_on_its_messages() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--ping-interval=1s", "--pong-timeout=1s");
                RawStation station = connected(server, "CP-1")) {
            for (int i = 0; i < 3; i++) {
                station.readUntil(RawStation.PING);
                station.text(HEARTBEAT);
            }
            assertThat(server.closed).isEmpty();
        }
    }

    @Test
    void a_station_that_says_too_much_is_read_more_slowly_and_loses_nothing() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--messages-per-second=50");
                RawStation station = connected(server, "CP-1")) {
            long began = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                station.text("[2,\"" + i + "\",\"Heartbeat\",{}]");
            }
            for (int i = 0; i < 100; i++) {
                assertThat(station.readUntil(RawStation.TEXT).text()).startsWith("[3,\"" + i + "\"");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(700));
        }
    }

    @Test
    void a_station_that_reads_nothing_is_cut_off_instead_of_filling_memory() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--slow-reader-timeout=1s", "--messages-per-second=off");
                RawStation station = connected(server, "CP-1")) {
            Thread writer = Thread.startVirtualThread(() -> {
                String id = "x".repeat(50_000); // echoed in each answer
                try {
                    for (int i = 0; i < 2000; i++) {
                        station.text("[2,\"" + i + id + "\",\"Heartbeat\",{}]");
                    }
                } catch (SocketException e) {
                    // cut off, as it should be
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            EndpointHarness.Closed end = server.nextClosed();
            assertThat(end.code()).isEqualTo(1008);
            assertThat(end.reason()).contains("did not read");
            assertThat(server.callers).hasSizeLessThan(1900);
            writer.join(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_command_waits_until_the_boot_notification_is_answered() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = connected(server, "CP-1")) {
            StationLink link = link(server, "CP-1");
            CompletableFuture<Outcome<Reset.Response>> outcome =
                    link.call(new Reset.Request(Reset.Type.Soft), Duration.ofSeconds(5));
            assertThat(link.booted()).isFalse();

            station.text(BOOT);
            assertThat(station.read().text()).startsWith("[3,\"b\"");
            String call = station.read().text();
            assertThat(call).contains("\"Reset\"");
            assertThat(link.booted()).isTrue();
            station.text("[3,\"" + call.split("\"")[1] + "\",{\"status\":\"Accepted\"}]");
            assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void nothing_is_sent_to_a_station_that_was_rejected() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--commands-grace=0s");
                RawStation station = connectedAfter(server, "CP-1", () -> server.bootIsRejected = true)) {
            station.text(BOOT);
            assertThat(station.read().text()).contains("Rejected");
            // The sweep would have opened it within a second by the grace time.
            assertThat(link(server, "CP-1").call(new Reset.Request(Reset.Type.Soft), Duration.ofSeconds(1)))
                    .isNotDone();
        }
    }

    @Test
    void a_station_that_reconnects_without_booting_can_be_commanded_after_the_grace_time() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--reconnect-grace=1s");
                RawStation station = connectedAfter(server, "CP-1", () -> server.stationIsAccepted = true)) {
            link(server, "CP-1").call(new Reset.Request(Reset.Type.Soft), Duration.ofSeconds(5));
            assertThat(station.read().text()).contains("\"Reset\"");
        }
    }

    @Test
    void at_the_end_running_calls_are_answered_and_then_everybody_is_closed_with_1001() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation idle = connected(server, "CP-2");
                RawStation busy = connected(server, "CP-1")) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch finish = new CountDownLatch(1);
            server.heartbeats.add(() -> {
                running.countDown();
                await(finish);
            });
            busy.text("[2,\"long\",\"Heartbeat\",{}]");
            assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();

            Thread ending = Thread.startVirtualThread(() -> shutDown(server));
            assertThat(idle.readUntil(RawStation.CLOSE).closeCode()).isEqualTo(1001);
            try (RawStation late = RawStation.dial(server.port(), "/ocpp/CP-3", V16)) {
                assertThat(late.status()).isEqualTo(503);
            }
            finish.countDown();
            assertThat(busy.read().text()).startsWith("[3,\"long\"");
            assertThat(busy.readUntil(RawStation.CLOSE).closeCode()).isEqualTo(1001);
            assertThat(ending.join(Duration.ofSeconds(5))).isTrue();
            assertThat(server.endpoint.connections()).isZero();
        }
    }

    private static RawStation connected(EndpointHarness server, String identity) throws Exception {
        return connectedAfter(server, identity, () -> {});
    }

    /** Dials and waits until the connection is the station's link. */
    private static RawStation connectedAfter(EndpointHarness server, String identity, Runnable before)
            throws Exception {
        before.run();
        long last = server.links.of(ref(identity)).map(StationLink::connection).orElse(0L);
        RawStation station = RawStation.dial(server.port(), "/ocpp/" + identity, V16);
        assertThat(station.status()).isEqualTo(101);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (server.links.of(ref(identity)).map(StationLink::connection).orElse(0L) <= last) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
        return station;
    }

    private static RawStation.Frame assertClosed(RawStation station, int code) throws IOException {
        RawStation.Frame close = station.readUntil(RawStation.CLOSE);
        assertThat(close.closeCode()).isEqualTo(code);
        return close;
    }

    private static StationLink link(EndpointHarness server, String identity) {
        return server.links.of(ref(identity)).orElseThrow();
    }

    private static StationRef ref(String identity) {
        return new StationRef(1, identity.hashCode(), identity);
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

    private static void shutDown(EndpointHarness server) {
        try {
            server.endpoint.shutDown(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

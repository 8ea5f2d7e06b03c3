package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.stations.connections.Attempt;

/** A connection from the handshake to its end: field notes 13 to 21. */
class ConnectionTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";

    @Test
    void the_newest_connection_wins_and_the_late_close_of_the_old_one_changes_nothing() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation old = server.connected("CP-1");
                RawStation young = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
            young.text(HEARTBEAT);
            RawStation.Frame close = old.readUntil(RawStation.CLOSE);
            assertThat(close.closeCode()).isEqualTo(1008);
            assertThat(close.closeReason()).isEqualTo("replaced by a newer connection");
            assertThat(server.nextClosed().connection()).isEqualTo(1);
            old.close();

            assertThat(server.link("CP-1").connection()).isEqualTo(2);
            assertThat(young.readUntil(RawStation.TEXT).text()).startsWith("[3,");
        }
    }

    @Test
    void a_handshake_that_is_closed_again_or_says_nothing_of_ocpp_harms_nobody() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--connections-per-station=4");
                RawStation working = server.connected("CP-1")) {
            for (int i = 0; i < 20; i++) {
                RawStation.dial(server.port(), "/ocpp/CP-1", V16).close();
            }
            try (RawStation tool = RawStation.dial(server.port(), "/ocpp/CP-1", V16);
                    RawStation second = RawStation.dial(server.port(), "/ocpp/CP-1", V16);
                    RawStation third = RawStation.dial(server.port(), "/ocpp/CP-1", V16);
                    RawStation fourth = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
                assertThat(tool.rest())
                        .as("it is the oldest of too many that do not serve")
                        .isNotNull();
                for (String odd : new String[] {"hello", "[3,\"1\",{}]", "[2,\"1\",\"Nonsense\",{}]", "[2,\"1\"]"}) {
                    fourth.text(odd);
                }
                working.text(HEARTBEAT);
                assertThat(working.readUntil(RawStation.TEXT).text()).startsWith("[3,");
                assertThat(server.link("CP-1").connection()).isEqualTo(1);
                second.text(HEARTBEAT);
                assertThat(second.readUntil(RawStation.TEXT).text()).startsWith("[3,");
                assertThat(working.readUntil(RawStation.CLOSE).closeReason())
                        .isEqualTo("replaced by a newer connection");
                assertThat(server.link("CP-1").connection())
                        .as("probing ones have no row")
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void a_silent_connection_serves_as_soon_as_the_one_before_it_is_gone() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation old = server.connected("CP-1");
                RawStation older = RawStation.dial(server.port(), "/ocpp/CP-1", V16);
                RawStation young = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
            assertThat(old.readUntil(RawStation.PING))
                    .as("whether it lives is looked at, at once")
                    .isNotNull();
            old.close();
            Await.until(() -> server.links
                    .of(EndpointHarness.ref("CP-1"))
                    .filter(link -> link.connection() == 2)
                    .isPresent());
            young.text(HEARTBEAT);
            assertThat(young.readUntil(RawStation.TEXT).text()).startsWith("[3,");
            assertThat(server.link("CP-1").connection())
                    .as("the newest of those that waited")
                    .isEqualTo(2);
            older.close();
        }
    }

    @Test
    void whoever_has_waited_takes_over_only_with_what_counts_by_then() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation working = server.connected("CP-1");
                RawStation stranger = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
            server.outdated = true; // the password that it came in with was stolen, and is another one now
            stranger.text(HEARTBEAT);
            RawStation.Frame close = stranger.readUntil(RawStation.CLOSE);
            assertThat(close.closeCode()).isEqualTo(1008);
            assertThat(close.closeReason()).isEqualTo("what it has shown does not let it in any more");
            assertThat(server.attempts).extracting(Attempt::reason).containsExactly(Attempt.Reason.WRONG_PASSWORD);
            server.outdated = false;
            try (RawStation silent = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
                working.text(HEARTBEAT);
                assertThat(working.readUntil(RawStation.TEXT).text()).startsWith("[3,");
                assertThat(server.link("CP-1").connection())
                        .as("it still serves, and a silent one waits")
                        .isEqualTo(1);
                assertThat(server.rows()).isEqualTo(1);
                silent.text(HEARTBEAT);
                assertThat(silent.readUntil(RawStation.TEXT).text()).startsWith("[3,");
            }
        }
    }

    @Test
    void whoever_waits_is_not_served_in_the_place_of_one_that_is_gone_with_what_counts_no_more() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation working = server.connected("CP-1");
                RawStation stranger = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
            server.outdated = true;
            working.close();
            assertThat(stranger.readUntil(RawStation.CLOSE).closeCode()).isEqualTo(1008);
            assertThat(server.links.all()).isEmpty();
        }
    }

    @Test
    void a_connection_that_was_made_while_its_tenant_was_suspended_ends() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            server.suspend(); // the knock was let in a moment before
            try (RawStation station = RawStation.dial(server.port(), "/ocpp/CP-1", "Sec-WebSocket-Protocol: ocpp1.6")) {
                RawStation.Frame close = station.readUntil(RawStation.CLOSE);
                assertThat(close.closeCode()).isEqualTo(1008);
                assertThat(close.closeReason()).isEqualTo("the organisation is suspended");
            }
        }
    }

    @Test
    void a_connection_replaces_another_one_when_it_is_known_what_it_speaks_and_not_before() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation old = server.connected("CP-1");
                RawStation silent = RawStation.dial(server.port(), "/ocpp/CP-1")) {
            assertThat(silent.status()).isEqualTo(101);
            old.text(HEARTBEAT);
            assertThat(old.readUntil(RawStation.TEXT).text()).startsWith("[3,");
            silent.text(HEARTBEAT);
            assertThat(silent.read().text()).startsWith("[3,");
            assertThat(old.readUntil(RawStation.CLOSE).closeReason()).isEqualTo("replaced by a newer connection");
        }
    }

    @Test
    void the_end_of_a_connection_is_noted_with_its_code() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            try (RawStation polite = server.connected("CP-1")) {
                polite.frame(RawStation.FIN | RawStation.CLOSE, new byte[] {0x03, (byte) 0xe8, 'b', 'y', 'e'});
                assertThat(server.nextClosed()).isEqualTo(new EndpointHarness.Closed(1, 1000, "bye"));
            }
            server.connected("CP-1").close();
            assertThat(server.nextClosed()).isEqualTo(new EndpointHarness.Closed(2, 1006, "the connection was lost"));
            try (RawStation silent = server.connected("CP-1")) {
                silent.frame(RawStation.FIN | RawStation.CLOSE, new byte[] {0x03, (byte) 0xe8});
                assertThat(server.nextClosed()).isEqualTo(new EndpointHarness.Closed(3, 1000, "closed by the station"));
            }
            try (RawStation leaving = server.connected("CP-1")) {
                leaving.frame(RawStation.FIN | RawStation.CLOSE, new byte[] {0x03, (byte) 0xe9});
                assertThat(server.nextClosed())
                        .isEqualTo(new EndpointHarness.Closed(4, 1001, "closed by the station, which is going away"));
            }
            try (RawStation bare = server.connected("CP-1")) {
                bare.frame(RawStation.FIN | RawStation.CLOSE, new byte[0]);
                assertThat(server.nextClosed().reason()).isEqualTo("closed by the station");
            }
            assertThat(server.links.all()).isEmpty();
        }
    }

    @Test
    void a_quiet_station_is_pinged_and_lives_as_long_as_it_answers() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--ping-interval=1s", "--pong-timeout=1s");
                RawStation station = server.connected("CP-1")) {
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
                RawStation station = server.connected("CP-1")) {
            for (int i = 0; i < 3; i++) {
                station.readUntil(RawStation.PING);
                station.text(HEARTBEAT);
            }
            assertThat(server.closed).isEmpty();
        }
    }

    @Test
    void a_long_message_over_a_slow_line_is_a_sign_of_life_though_no_pong_can_come_within_it() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--ping-interval=1s", "--pong-timeout=1s");
                RawStation station = server.connected("CP-1")) {
            byte[] message = ("[2,\"1\",\"Heartbeat\",{" + " ".repeat(1000) + "}]").getBytes(StandardCharsets.UTF_8);
            station.head(RawStation.FIN | RawStation.TEXT, message.length, new byte[4]);
            for (int sent = 0; sent < message.length; sent += 100) {
                station.write(
                        new String(message, sent, Math.min(100, message.length - sent), StandardCharsets.ISO_8859_1));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
            }
            assertThat(station.readUntil(RawStation.TEXT).text()).startsWith("[3,\"1\"");
        }
    }

    @Test
    void a_station_that_says_too_much_is_read_more_slowly_and_loses_nothing() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--messages-per-second=50");
                RawStation station = server.connected("CP-1")) {
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
    void pings_and_empty_fragments_count_as_messages_do_and_nobody_else_waits() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--messages-per-second=50");
                RawStation station = server.connected("CP-1");
                RawStation other = server.connected("CP-2")) {
            long began = System.nanoTime();
            station.frame(RawStation.TEXT, new byte[0]);
            for (int i = 0; i < 30; i++) {
                station.frame(RawStation.FIN | RawStation.PING, new byte[0]);
                station.frame(RawStation.FIN | RawStation.PONG, new byte[0]);
                station.frame(RawStation.CONTINUATION, new byte[0]);
            }
            for (int i = 0; i < 30; i++) {
                station.readUntil(RawStation.PONG);
            }
            station.frame(RawStation.FIN | RawStation.CONTINUATION, HEARTBEAT.getBytes(StandardCharsets.UTF_8));
            other.text(HEARTBEAT);
            assertThat(other.read().text()).startsWith("[3,");
            assertThat(server.callers).hasSize(1);
            assertThat(station.readUntil(RawStation.TEXT).text()).startsWith("[3,");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(700));
        }
    }

    @Test
    void a_station_that_reads_nothing_is_cut_off_instead_of_filling_memory() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--slow-reader-timeout=1s", "--messages-per-second=off");
                RawStation station = server.connected("CP-1")) {
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
    void at_the_end_running_calls_are_answered_and_then_everybody_is_closed_with_1001() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation idle = server.connected("CP-2");
                RawStation busy = server.connected("CP-1")) {
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

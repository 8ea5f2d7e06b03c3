package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.stations.Caller;

/** What a station said before its socket was closed: it is served, though nobody is left to hear the answer. */
class LastWordsTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final byte[] BYE = {0x03, (byte) 0xe8};

    /** More than the link's queue takes, so that some wait in the socket, and more than may come in a second. */
    private static final int MANY = 300;

    private static String heartbeat(int id) {
        return "[2,\"" + id + "\",\"Heartbeat\",{}]";
    }

    private static List<String> ids(EndpointHarness server) {
        return server.callers.stream().map(Caller::messageId).toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    /** The first message is served until the returned latch is counted down. */
    private static CountDownLatch busy(EndpointHarness server, RawStation station) throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        server.heartbeats.add(() -> {
            running.countDown();
            await(finish);
        });
        station.text(heartbeat(1));
        assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
        return finish;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void everything_that_was_sent_before_a_close_frame_is_served_in_order_however_much_it_is() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            CountDownLatch finish = busy(server, station);
            for (int i = 2; i <= MANY; i++) {
                station.text(heartbeat(i));
            }
            station.frame(RawStation.FIN | RawStation.CLOSE, BYE);
            finish.countDown();
            Await.until(() -> server.callers.size() >= MANY);
            assertThat(ids(server)).isEqualTo(numbers(1, MANY));
            assertThat(server.nextClosed().code()).isEqualTo(1000);
        }
    }

    @Test
    void what_was_read_before_the_line_was_cut_is_served_too() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            CountDownLatch finish;
            try (RawStation station = server.connected("CP-1")) {
                finish = busy(server, station);
                for (int i = 2; i <= 50; i++) {
                    station.text(heartbeat(i));
                }
            }
            assertThat(server.nextClosed().code()).isEqualTo(1006);
            finish.countDown();
            Await.until(() -> server.callers.size() >= 50);
            assertThat(ids(server)).isEqualTo(numbers(1, 50));
        }
    }

    @Test
    void what_a_station_says_right_behind_its_handshake_is_served_though_it_is_gone_before_its_row_is_written()
            throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            try (RawStation hasty = RawStation.dial(server.port(), "/ocpp/SLOW", V16)) {
                hasty.text(heartbeat(1));
                hasty.text(heartbeat(2));
            }
            assertThat(server.nextClosed().code()).isEqualTo(1006);
            Await.until(() -> server.callers.size() == 2);
            assertThat(ids(server)).containsExactly("1", "2");
            assertThat(server.links.all()).isEmpty();
        }
    }

    @Test
    void the_next_connection_waits_for_what_was_said_over_the_last_one_and_other_stations_do_not() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            CountDownLatch finish;
            try (RawStation station = server.connected("CP-1")) {
                finish = busy(server, station);
                station.text(heartbeat(2));
                station.frame(RawStation.FIN | RawStation.CLOSE, BYE);
                server.nextClosed();
            }
            try (RawStation again = server.connected("CP-1");
                    RawStation other = server.connected("CP-2")) {
                again.text(heartbeat(3));
                other.text(heartbeat(100));
                assertThat(other.read().text()).startsWith("[3,\"100\"");
                assertThat(ids(server)).containsExactly("1", "100");
                finish.countDown();
                assertThat(again.read().text()).startsWith("[3,\"3\"");
                assertThat(ids(server)).containsExactly("1", "100", "2", "3");
            }
        }
    }

    @Test
    void a_newer_connection_does_not_overtake_the_one_that_it_replaces() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            CountDownLatch finish = busy(server, station);
            for (int i = 2; i <= MANY; i++) {
                station.text(heartbeat(i));
            }
            try (RawStation again = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
                again.text(heartbeat(1000));
                finish.countDown();
                assertThat(again.read().text()).startsWith("[3,\"1000\"");
                assertThat(ids(server)).startsWith("1", "2").endsWith("1000");
                assertThat(ids(server)).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
            }
        }
    }

    @Test
    void what_was_said_over_a_connection_that_is_replaced_before_its_row_is_known_is_served() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            server.holdFirstRow();
            try (RawStation old = RawStation.dial(server.port(), "/ocpp/CP-1")) {
                old.text(heartbeat(1)); // names no version, so this is read before the row is asked for
                Await.until(() -> server.rows() == 1);
                try (RawStation young = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
                    young.text(heartbeat(2));
                    Await.until(
                            () -> server.links.of(EndpointHarness.ref("CP-1")).isPresent());
                    server.letFirstRowGo();
                    assertThat(old.readUntil(RawStation.CLOSE).closeReason())
                            .isEqualTo("replaced by a newer connection");
                    Await.until(() -> ids(server).contains("1"));
                    assertThat(server.link("CP-1").connection()).isEqualTo(2);
                    assertThat(young.readUntil(RawStation.TEXT).text()).startsWith("[3,\"2\"");
                }
            }
        }
    }

    @Test
    void the_end_of_the_server_waits_for_what_a_station_said_before_it_went() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            for (int i = 1; i <= 20; i++) {
                server.heartbeats.add(
                        () -> LockSupport.parkNanos(Duration.ofMillis(10).toNanos()));
            }
            try (RawStation station = server.connected("CP-1")) {
                for (int i = 1; i <= 20; i++) {
                    station.text(heartbeat(i));
                }
                station.frame(RawStation.FIN | RawStation.CLOSE, BYE);
                server.nextClosed();
            }
            server.endpoint.shutDown(Duration.ofSeconds(5));
            assertThat(ids(server)).isEqualTo(numbers(1, 20));
        }
    }

    @Test
    void a_connection_that_is_ready_after_a_newer_one_is_served_and_noted_as_ended() throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            CountDownLatch late = new CountDownLatch(1);
            server.openings.add(late);
            try (RawStation first = RawStation.dial(server.port(), "/ocpp/CP-1")) {
                first.text(heartbeat(7)); // tells the version, too
                Await.until(server.openings::isEmpty);
            }
            try (RawStation second = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
                second.text(heartbeat(8));
                Await.until(() -> server.links.of(EndpointHarness.ref("CP-1")).isPresent());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)); // until the end of the first was seen
                late.countDown();
                assertThat(server.nextClosed().connection()).isEqualTo(1);
                Await.until(() -> ids(server).contains("7"));
                assertThat(server.link("CP-1").connection()).isEqualTo(2);
                assertThat(second.readUntil(RawStation.TEXT).text()).startsWith("[3,\"8\"");
            }
        }
    }
}

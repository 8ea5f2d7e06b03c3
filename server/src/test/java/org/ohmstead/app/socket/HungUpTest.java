package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.Await;
import org.ohmstead.app.EscapingLogFilter;

/** Stations that are gone before they were answered, and those that end as nobody may. */
class HungUpTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final EscapingLogFilter shown = new EscapingLogFilter();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getThrown() != null
                    && shown.isLoggable(record)
                    && record.getLevel().intValue() >= Level.WARNING.intValue()) {
                thrown.add(record.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void forget() {
        Logger.getLogger("").removeHandler(handler);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_station_that_hangs_up_right_behind_its_request_leaves_no_connection_and_no_stack_trace(boolean resets)
            throws Exception {
        try (EndpointHarness server = new EndpointHarness()) {
            server.holdKnocks();
            for (int i = 1; i <= 8; i++) {
                RawStation station = new RawStation(server.port());
                station.askFor("/ocpp/CP-" + i, i % 2 == 0 ? V16 : "X: y");
                server.awaitKnocks(i);
                if (resets) {
                    station.reset();
                } else {
                    station.close();
                }
            }
            server.letKnocksGo();
            for (int i = 1; i <= 20; i++) { // and those of whom nobody knows how far they came
                RawStation station = new RawStation(server.port());
                station.askFor("/ocpp/CP-" + (1 + i % 8), V16);
                station.reset();
            }
            try (RawStation other = server.connected("SLOW")) {
                other.text(HEARTBEAT);
                assertThat(other.read().text()).startsWith("[3,");
                Await.until(() -> server.endpoint.connections() == 1);
                Await.until(() -> server.links.all().size() == 1);
            }
        }
        assertThat(thrown).as("stack traces in the log").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535})
    void a_close_code_that_nobody_may_send_is_a_protocol_error_and_is_not_sent_back(int code) throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            station.frame(RawStation.FIN | RawStation.CLOSE, new byte[] {(byte) (code >>> 8), (byte) code});
            assertThat(station.readUntil(RawStation.CLOSE).closeCode()).isEqualTo(1002);
            assertThat(server.nextClosed().code()).isEqualTo(1002);
        }
        assertThat(thrown).isEmpty();
    }

    @Test
    void a_station_may_have_so_many_connections_and_the_newest_stay() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--connections-per-station=3")) {
            RawStation[] silent = new RawStation[6];
            for (int i = 0; i < silent.length; i++) {
                silent[i] = RawStation.dial(server.port(), "/ocpp/CP-1"); // names no version, so it replaces nobody
                assertThat(silent[i].status()).isEqualTo(101);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(silent[i].rest()).isNotNull();
            }
            Await.until(() -> server.endpoint.connections() == 3);
            silent[5].text(HEARTBEAT);
            assertThat(silent[5].readUntil(RawStation.TEXT).text()).startsWith("[3,");
            for (RawStation one : silent) {
                one.close();
            }
        }
    }
}

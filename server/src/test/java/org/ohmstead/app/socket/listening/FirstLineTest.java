package org.ohmstead.app.socket.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;
import org.ohmstead.stations.connections.Attempt;

/** What comes before HTTP, on a real socket. */
class FirstLineTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";

    private final EndpointHarness server = new EndpointHarness();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test // field note 6
    void raw_blanks_belong_to_the_identity() throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/DEPOT 7\u007f HTTP/1 x", V16)) {
            assertThat(station.status()).isEqualTo(404);
        }
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/DEPOT 7", V16)) {
            assertThat(station.status()).isEqualTo(404);
        }
        assertThat(server.attempts).extracting(Attempt::identity).containsExactly("1 x", "DEPOT 7");
    }

    @Test
    void a_first_line_may_come_in_pieces_and_with_all_the_rest() throws IOException {
        try (RawStation station = new RawStation(server.port())) {
            for (String piece : "GET /ocpp/CP -1 HTTP/1.1\r\nHo".split("")) {
                station.write(piece);
            }
            station.write("st: x\r\n\r\nGET /nothing HTTP/1.1\r\n\r\n");
            station.readHead();
            assertThat(station.status()).isEqualTo(426);
        }
    }

    @Test
    void a_first_line_that_never_ends_is_refused_as_too_long() throws IOException {
        try (RawStation station = new RawStation(server.port())) {
            station.write("GET /ocpp/" + "x".repeat(5000));
            station.readHead();
            assertThat(station.status()).isEqualTo(414);
        }
    }

    @Test // field note 10
    void a_station_that_begins_with_tls_is_named_and_told_so() throws IOException {
        try (RawStation station = new RawStation(server.port())) {
            station.write("\u0016");
            station.write("\u0003\u0001\u0002\u0000\u0001\u0000\n\u0001\u00fc\u0003\u0003\r\n\r\n");
            station.readHead();
            assertThat(station.status()).isEqualTo(400);
            assertThat(station.rest()).contains("ws:// instead of wss://");
        }
        assertThat(server.attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.reason()).isEqualTo(Attempt.Reason.TLS_ON_PLAIN_PORT);
            assertThat(attempt.reason().word()).isEqualTo("tls_on_plain_port");
            assertThat(attempt.address()).isEqualTo("127.0.0.1");
            assertThat(attempt.path()).isEmpty();
            assertThat(attempt.identity()).isNull();
        });
    }

    @Test
    void a_real_tls_client_is_named_once() throws IOException {
        try (Socket socket = SSLSocketFactory.getDefault().createSocket("127.0.0.1", server.port())) {
            assertThatThrownBy(((SSLSocket) socket)::startHandshake).isInstanceOf(IOException.class);
        }
        assertThat(server.attempts)
                .singleElement()
                .extracting(Attempt::reason)
                .isEqualTo(Attempt.Reason.TLS_ON_PLAIN_PORT);
    }
}

package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempt.Reason;

/** Many stations behind one address: a site's router, or the proxy that ends TLS. */
class SharedAddressTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final String RIGHT = "Authorization: Basic Q1AtOTpzZWNyZXQ=";
    private static final String WRONG = "Authorization: Basic Q1AtOTp3cm9uZw==";

    @Test
    void one_failing_station_locks_out_nobody_else() throws IOException {
        try (EndpointHarness server = new EndpointHarness()) {
            for (int i = 0; i < 60; i++) {
                assertThat(status(server, "/ocpp/NOSUCH")).isEqualTo(404);
            }
            assertThat(status(server, "/ocpp/NOSUCH")).isEqualTo(429);
            assertThat(status(server, "/ocpp/nosuch")).isEqualTo(429);
            assertThat(status(server, "/ocpp/CP-9", RIGHT)).isEqualTo(101);
        }
    }

    @Test
    void who_was_answered_429_is_shown_and_counted() throws IOException {
        try (EndpointHarness server = new EndpointHarness("--failed-handshakes-per-minute=2")) {
            for (int expected : new int[] {404, 404, 429, 429}) {
                assertThat(status(server, "/ocpp/NOBODY")).isEqualTo(expected);
            }
            assertThat(server.attempts)
                    .extracting(Attempt::reason)
                    .containsExactly(
                            Reason.UNKNOWN_IDENTITY,
                            Reason.UNKNOWN_IDENTITY,
                            Reason.TOO_MANY_FAILURES,
                            Reason.TOO_MANY_FAILURES);
            assertThat(server.attempts.getLast().identity()).isEqualTo("NOBODY");
            assertThat(server.refused.get("too_many_failures")).hasValue(2);
        }
    }

    @Test
    void a_401_that_asks_for_the_password_is_no_failure() throws IOException {
        try (EndpointHarness server = new EndpointHarness("--failed-handshakes-per-minute=2")) {
            for (int i = 0; i < 5; i++) {
                assertThat(status(server, "/ocpp/CP-9")).isEqualTo(401);
            }
            assertThat(status(server, "/ocpp/CP-9", RIGHT)).isEqualTo(101);
            assertThat(status(server, "/ocpp/CP-9", WRONG)).isEqualTo(401);
            assertThat(status(server, "/ocpp/CP-9", WRONG)).isEqualTo(401);
            assertThat(status(server, "/ocpp/CP-9", WRONG)).isEqualTo(429);
        }
    }

    @Test
    void of_many_guesses_at_once_only_so_many_are_looked_at() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--failed-handshakes-per-minute=5")) {
            List<RawStation> all = new ArrayList<>();
            try {
                server.holdKnocks();
                for (int i = 0; i < 40; i++) {
                    RawStation station = new RawStation(server.port());
                    all.add(station);
                    station.write("GET /ocpp/CP-9 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + WRONG
                            + "\r\n\r\n");
                    if (i >= 5) { // the first five wait at the door
                        station.readHead();
                        assertThat(station.status()).isEqualTo(429);
                    } else {
                        server.awaitKnocks(i + 1);
                    }
                }
                server.letKnocksGo();
                for (RawStation one : all.subList(0, 5)) {
                    one.readHead();
                    assertThat(one.status()).isEqualTo(401);
                }
                assertThat(server.knocks()).isEqualTo(5);
            } finally {
                server.letKnocksGo();
                for (RawStation one : all) {
                    one.close();
                }
            }
        }
    }

    @Test
    void an_address_may_try_only_so_many_unknown_identities_and_its_known_stations_get_in() throws IOException {
        try (EndpointHarness server = new EndpointHarness("--unknown-identities-per-minute=3")) {
            for (int expected : new int[] {404, 404, 404, 429, 429}) {
                assertThat(status(server, "/ocpp/GUESS-" + server.attempts.size()))
                        .isEqualTo(expected);
            }
            assertThat(server.attempts.getLast().reason()).isEqualTo(Reason.TOO_MANY_FAILURES);
            assertThat(status(server, "/ocpp/CP-9", RIGHT)).isEqualTo(101);
        }
    }

    @Test
    void broken_requests_that_name_a_station_do_not_lock_it_out() throws IOException {
        try (EndpointHarness server = new EndpointHarness("--failed-handshakes-per-minute=2")) {
            for (int expected : new int[] {426, 426, 429}) {
                try (RawStation browser = new RawStation(server.port())) {
                    browser.write("GET /ocpp/CP-9 HTTP/1.1\r\nHost: x\r\n\r\n");
                    browser.readHead();
                    assertThat(browser.status()).isEqualTo(expected);
                }
                assertThat(status(server, "/wrong/CP-9", RIGHT)).isEqualTo(expected == 426 ? 404 : 429);
            }
            assertThat(status(server, "/ocpp/CP-9", RIGHT)).isEqualTo(101);
        }
    }

    @Test
    void behind_a_trusted_proxy_each_station_has_its_own_address() throws IOException {
        String[] flags = {"--trusted-proxies=127.0.0.0/8", "--failed-handshakes-per-minute=1"};
        try (EndpointHarness server = new EndpointHarness(flags)) {
            String one = "X-Forwarded-For: 198.51.100.7";
            assertThat(status(server, "/ocpp/NOBODY", one)).isEqualTo(404);
            assertThat(status(server, "/ocpp/NOBODY", one)).isEqualTo(429);
            assertThat(status(server, "/ocpp/NOBODY", "Forwarded: for=203.0.113.9;proto=https"))
                    .isEqualTo(404);
            assertThat(server.attempts)
                    .extracting(Attempt::address)
                    .containsExactly("198.51.100.7", "198.51.100.7", "203.0.113.9");
        }
    }

    private static int status(EndpointHarness server, String target, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(V16);
        try (RawStation station = RawStation.dial(server.port(), target, all.toArray(String[]::new))) {
            return station.status();
        }
    }
}

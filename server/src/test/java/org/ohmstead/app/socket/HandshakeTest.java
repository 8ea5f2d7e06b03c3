package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.Await;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt;

/** OCPP-J §3.1 to 3.3 and field notes 1 to 8, on a real socket. */
class HandshakeTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";
    private static final String HEARTBEAT_ANSWER = "[3,\"1\",{\"currentTime\":\"1970-01-01T00:00:00Z\"}]";

    private static EndpointHarness server;

    @BeforeAll
    static void start() {
        server = new EndpointHarness("--failed-handshakes-per-minute=off");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void forget() {
        server.attempts.clear();
        server.storeIsUp = true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpp/CP-1",
                "/ocpp/acme/CP-1",
                "//ocpp//CP-1/",
                "/ws/CP-1",
                "/steve/websocket/CentralSystemService/CP-1",
                "/ocpp?chargePointId=CP-1&version=1.6",
                "/ocpp/?chargePointId=CP-1",
                "/ocpp/CP%2D1?token=x",
                "/ocpp/a:b@c/CP-1",
                "/ocpp/C|P\"{/CP-1",
                "/ocpp/100%/CP-1",
                "/ocpp/my  depot\t7/CP-1",
                " /ocpp/CP-1 ",
                "ws://localhost/ocpp/CP-1",
                "http://localhost:80/ocpp/CP-1/CP-1",
            })
    void every_url_form_that_stations_use_leads_to_the_same_station(String target) throws IOException {
        try (RawStation station = RawStation.dial(server.port(), target, V16)) {
            assertThat(station.status()).isEqualTo(101);
            station.text(HEARTBEAT);
            assertThat(station.read().text()).isEqualTo(HEARTBEAT_ANSWER);
            assertThat(server.callers.getLast().station().identity()).isEqualTo("CP-1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ocpp1.6                    | ocpp1.6
            mqtt, OCPP1.6, ocpp2.0.1   | OCPP1.6
            ocpp1.6j                   | ocpp1.6j
            ocpp2.1,ocpp1.6            | ocpp2.1
            """)
    void the_stations_own_token_is_echoed(String offered, String echoed) throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/CP-1", "Sec-WebSocket-Protocol: " + offered)) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(station.header("Sec-WebSocket-Protocol")).isEqualTo(echoed);
        }
    }

    @Test
    void without_a_common_version_the_handshake_is_completed_without_a_token_and_closed_with_1002() throws IOException {
        try (RawStation station =
                RawStation.dial(server.port(), "/ocpp/CP-1", "Sec-WebSocket-Protocol: ocpp1.5, mqtt")) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(station.header("Sec-WebSocket-Protocol")).isEmpty();
            RawStation.Frame close = station.read();
            assertThat(close.opcode()).isEqualTo(RawStation.CLOSE);
            assertThat(close.closeCode()).isEqualTo(1002);
            assertThat(close.closeReason()).contains("ocpp1.6", "ocpp2.0.1", "ocpp2.1");
        }
        assertThat(server.attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.reason()).isEqualTo(Attempt.Reason.NO_COMMON_SUBPROTOCOL);
            assertThat(attempt.subprotocols()).isEqualTo("ocpp1.5, mqtt");
        });
    }

    @Test
    void without_a_common_version_it_is_answered_400_where_test_tools_expect_that() throws IOException {
        try (EndpointHarness strict = new EndpointHarness("--no-common-subprotocol=refuse");
                RawStation station = RawStation.dial(strict.port(), "/ocpp/CP-1", "Sec-WebSocket-Protocol: mqtt");
                RawStation silent = RawStation.dial(strict.port(), "/ocpp/CP-1")) {
            assertThat(station.status()).isEqualTo(400);
            assertThat(silent.status())
                    .as("it offers nothing that could be refused")
                    .isEqualTo(101);
            assertThat(strict.attempts)
                    .singleElement()
                    .extracting(Attempt::reason)
                    .isEqualTo(Attempt.Reason.NO_COMMON_SUBPROTOCOL);
        }
    }

    @Test
    void who_is_not_known_and_who_proves_nothing_are_answered_alike_where_that_is_to_be_hidden() throws IOException {
        String wrong = "Authorization: Basic d3Jvbmc6d3Jvbmc=";
        try (EndpointHarness hiding = new EndpointHarness("--hide-unknown-stations=true");
                RawStation unknown = RawStation.dial(hiding.port(), "/ocpp/NOBODY", V16, wrong);
                RawStation known = RawStation.dial(hiding.port(), "/ocpp/CP-9", V16, wrong);
                RawStation bare = RawStation.dial(hiding.port(), "/ocpp/CP-9", V16)) {
            for (RawStation one : List.of(unknown, known, bare)) {
                assertThat(one.status()).isEqualTo(401);
                assertThat(one.header("WWW-Authenticate")).isEqualTo(unknown.header("WWW-Authenticate"));
                assertThat(one.header("Content-Length")).isEqualTo(unknown.header("Content-Length"));
            }
            assertThat(hiding.attempts)
                    .extracting(Attempt::reason)
                    .containsExactlyInAnyOrder(
                            Attempt.Reason.UNKNOWN_IDENTITY,
                            Attempt.Reason.WRONG_PASSWORD,
                            Attempt.Reason.NO_CREDENTIALS);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]                      | V16
            [2,"1","BootNotification",{"reason":"PowerUp","chargingStation":{"vendorName":"V","model":"M"}}] | V201
            """)
    void a_station_that_offers_nothing_is_understood_by_its_first_message(String boot, OcppVersion version)
            throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/CP-2")) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(station.header("Sec-WebSocket-Protocol")).isEmpty();
            station.text(boot);
            station.read();
            assertThat(server.links.of(new StationRef(1, "CP-2".hashCode(), "CP-2")))
                    .get()
                    .extracting(StationLink::version)
                    .isEqualTo(version);
        }
    }

    @Test
    void messages_that_come_while_the_connection_is_noted_are_served_in_order() throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/SLOW")) {
            for (int i = 0; i < 40; i++) {
                station.text("[2,\"" + i + "\",\"Heartbeat\",{}]");
            }
            for (int i = 0; i < 40; i++) {
                assertThat(station.read().text()).startsWith("[3,\"" + i + "\"");
            }
        }
    }

    @Test
    void an_unknown_identity_gets_404_and_is_noted() throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/NO%20BODY?key=secret", V16)) {
            assertThat(station.status()).isEqualTo(404);
            assertThat(station.rest()).contains("there is no station NO BODY");
        }
        assertThat(server.attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.reason()).isEqualTo(Attempt.Reason.UNKNOWN_IDENTITY);
            assertThat(attempt.address()).isEqualTo("127.0.0.1");
            assertThat(attempt.path()).isEqualTo("/ocpp/NO%20BODY");
            assertThat(attempt.identity()).isEqualTo("NO BODY");
            assertThat(attempt.subprotocols()).isEqualTo("ocpp1.6");
        });
    }

    @Test
    void wrong_credentials_get_401_and_the_right_ones_come_in() throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/CP-9", V16, "Authorization: Basic eDp5")) {
            assertThat(station.status()).isEqualTo(401);
            assertThat(station.header("WWW-Authenticate")).startsWith("Basic realm=");
        }
        assertThat(server.attempts)
                .singleElement()
                .extracting(Attempt::reason)
                .isEqualTo(Attempt.Reason.WRONG_PASSWORD);
        try (RawStation station =
                RawStation.dial(server.port(), "/ocpp/CP-9", V16, "Authorization: Basic Q1AtOTpzZWNyZXQ=")) {
            assertThat(station.status()).isEqualTo(101);
        }
    }

    @Test
    void a_url_without_identity_gets_404_with_a_hint() throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/", V16)) {
            assertThat(station.status()).isEqualTo(404);
            assertThat(station.rest()).contains("/ocpp/{identity}");
        }
        assertThat(server.attempts).singleElement().extracting(Attempt::reason).isEqualTo(Attempt.Reason.NO_IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocpp/..", "/ocpp/%2e%2e", "/ocpp/%252E%252E", "/ocpp/x%2F..%2Fy"})
    void an_identity_that_no_url_can_name_gets_404_and_is_told_why(String target) throws IOException {
        try (RawStation station = RawStation.dial(server.port(), target, V16)) {
            assertThat(station.status()).isEqualTo(404);
            assertThat(station.rest()).contains("segment . or ..");
        }
        assertThat(server.attempts).singleElement().extracting(Attempt::reason).isEqualTo(Attempt.Reason.NO_IDENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/CP-1", "/ocpp16/CP-1", "/OCPP16/tenant/token/CP-1?key=secret", "/websocket/CP-1"})
    void a_station_that_knocks_at_the_wrong_path_is_on_record_and_told_the_right_one(String target) throws IOException {
        try (RawStation station = RawStation.dial(server.port(), target, V16)) {
            assertThat(station.status()).isEqualTo(404);
            assertThat(station.rest()).contains("/ocpp/CP-1", "ws://localhost/ocpp");
        }
        assertThat(server.attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.reason()).isEqualTo(Attempt.Reason.NO_STATION_PATH);
            assertThat(attempt.path()).isEqualTo(target.replace("?key=secret", ""));
            assertThat(attempt.identity()).isEqualTo("CP-1");
            assertThat(attempt.subprotocols()).isEqualTo("ocpp1.6");
            assertThat(attempt.address()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void behind_a_proxy_with_tls_the_right_path_is_told_with_wss() throws IOException {
        try (EndpointHarness behind = new EndpointHarness("--trusted-proxies=127.0.0.1");
                RawStation station = RawStation.dial(behind.port(), "/CP-1", V16, "X-Forwarded-Proto: https")) {
            assertThat(station.status()).isEqualTo(404);
            assertThat(station.rest()).contains("wss://localhost/ocpp").doesNotContain("ws://localhost/ocpp as");
        }
    }

    /** It is the operator's own who has revoked a certificate, and why. */
    @Test
    void who_shows_a_revoked_certificate_is_told_no_more_than_that() throws IOException {
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/REVOKED", V16)) {
            assertThat(station.status()).isEqualTo(401);
            assertThat(station.rest())
                    .contains("was revoked")
                    .doesNotContain("olga")
                    .doesNotContain("Certificate 3");
        }
        assertThat(server.attempts).singleElement().satisfies(attempt -> assertThat(attempt.detail())
                .contains("olga@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpp/CP-12/TOKEN",
                "/ocpp/TOKEN",
                "/ocpp/TOKEN/TOKEN",
                "/ocpp/TOKEN/acme/CP-12",
                "/ocpp/%54OKEN",
                "/ocpp?chargePointId=TOKEN",
                "/CP-12/TOKEN",
                "/TOKEN"
            })
    void a_token_in_the_place_of_the_identity_is_shown_nowhere(String target) throws IOException {
        String rest = "OKEN-of-24-characters-x";
        try (EndpointHarness paths = new EndpointHarness("--station-auth-methods=password,path");
                RawStation station = RawStation.dial(paths.port(), target.replace("OKEN", rest), V16)) {
            assertThat(station.status()).isEqualTo(404);
            Await.until(() -> !paths.attempts.isEmpty());
            assertThat(paths.attempts).singleElement().satisfies(attempt -> {
                assertThat(attempt.identity()).isIn(null, "CP-12");
                assertThat(attempt.path()).doesNotContain("24-characters");
            });
        }
    }

    @Test
    void an_identity_that_looks_like_a_token_is_shown_where_it_is_known_or_no_token_counts_there() throws IOException {
        String identity = "DEPOT-NORTH-CHARGER-000012";
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/" + identity, V16)) {
            assertThat(station.status()).isEqualTo(404);
        }
        assertThat(server.attempts)
                .singleElement()
                .extracting(Attempt::identity)
                .isEqualTo(identity);
        try (EndpointHarness paths =
                        new EndpointHarness("--station-auth-methods=password,path", "--no-common-subprotocol=refuse");
                RawStation station =
                        RawStation.dial(paths.port(), "/ocpp/some-token/CP-1", "Sec-WebSocket-Protocol: mqtt")) {
            assertThat(station.status()).isEqualTo(400);
            assertThat(paths.attempts)
                    .singleElement()
                    .extracting(Attempt::identity)
                    .isEqualTo("CP-1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: WebSocket\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: <b>\r\nSec-WebSocket-Protocol: OCPP2.0.1\r\n\r\n",
                "POST /x HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 0\r\n\r\n",
            })
    void every_request_for_a_websocket_is_a_stations(String request) throws IOException {
        try (RawStation station = new RawStation(server.port())) {
            station.write(request);
            station.readHead();
            assertThat(station.status()).isEqualTo(404);
            assertThat(station.rest()).contains("/ocpp").doesNotContain("<b>");
        }
        assertThat(server.attempts)
                .singleElement()
                .extracting(Attempt::reason)
                .isEqualTo(Attempt.Reason.NO_STATION_PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                "POST /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Content-Length: 0\r\n\r\n",
            })
    void what_is_no_websocket_handshake_gets_426_and_says_what_is_missing(String request) throws IOException {
        try (RawStation station = new RawStation(server.port())) {
            station.write(request);
            station.readHead();
            assertThat(station.status()).isEqualTo(426);
            assertThat(station.rest()).contains("Connection: Upgrade");
        }
        assertThat(server.attempts).singleElement().extracting(Attempt::reason).isEqualTo(Attempt.Reason.BAD_HANDSHAKE);
    }

    @Test
    void while_the_database_is_away_a_station_is_asked_to_come_again() throws IOException {
        server.storeIsUp = false;
        try (RawStation station = RawStation.dial(server.port(), "/ocpp/CP-1", V16)) {
            assertThat(station.status()).isEqualTo(503);
            assertThat(station.header("Retry-After")).isEqualTo("30");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ocpp/CP-1", "/somewhere/CP-1"})
    void a_handshake_of_somebody_elses_page_gets_403_and_is_noted(String target) throws IOException {
        try (RawStation page = RawStation.dial(server.port(), target, V16, "Origin: http://evil.example")) {
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.rest()).contains("page of another origin");
        }
        assertThat(server.attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.reason()).isEqualTo(Attempt.Reason.FOREIGN_ORIGIN);
            assertThat(attempt.identity()).isEqualTo("CP-1");
            assertThat(attempt.path()).isEqualTo(target);
        });
    }

    @Test
    void other_requests_are_left_to_others() throws IOException {
        try (RawStation station = new RawStation(server.port())) {
            station.write("GET /api/v1/stations HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            station.readHead();
            assertThat(station.rest()).contains("not for stations");
        }
        assertThat(server.attempts).isEmpty();
    }

    @Test
    void what_asks_the_api_for_a_websocket_is_no_station() throws IOException {
        for (String target :
                List.of("/api/v1/partner/feed/socket", "/api/v1/partner/feed/sockets", "/api/v1/stations/CP-1")) {
            try (RawStation page = RawStation.dial(
                    server.port(), target, "Sec-WebSocket-Protocol: ohmstead.feed.v1, omk_k3jr7q2mva_9f")) {
                assertThat(page.status()).isEqualTo(404);
            }
        }
        assertThat(server.attempts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/somewhere/CP-1", "/ocpp/CP-1"})
    void a_key_that_is_offered_as_a_subprotocol_at_the_wrong_place_is_not_kept(String target) throws IOException {
        try (RawStation page = RawStation.dial(
                server.port(), target, "Sec-WebSocket-Protocol: ohmstead.feed.v1,omk_k3jr7q2mva_9f, oml_secret")) {
            assertThat(page.status()).isPositive();
        }
        Await.until(() -> !server.attempts.isEmpty());
        assertThat(server.attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.subprotocols()).isEqualTo("ohmstead.feed.v1,***, ***");
            assertThat(String.valueOf(attempt.detail())).doesNotContain("k3jr7q2mva", "secret");
        });
    }

    @Test
    void a_connection_that_never_sends_a_request_is_closed() throws IOException {
        try (EndpointHarness impatient = new EndpointHarness("--handshake-timeout=1s");
                RawStation silent = new RawStation(impatient.port());
                RawStation half = new RawStation(impatient.port())) {
            half.write("GET /ocpp/CP-1 HTTP/1.1\r\nHost: x\r\n");
            assertThat(silent.isEnded()).isTrue();
            assertThat(half.isEnded()).isTrue();
        }
    }
}

package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.OcppVersion;

class StationPathTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", textBlock = """
            /ocpp/CP-7                                         -> CP-7
            /OCPP/CP-7                                         -> CP-7
            /ocpp/acme/CP-7                                    -> CP-7
            /ocpp/acme/token/CP-7                              -> CP-7
            /ws/CP-7                                           -> CP-7
            /steve/websocket/CentralSystemService/CP-7         -> CP-7
            /ocpp/CP-7/                                        -> CP-7
            /ocpp//CP-7                                        -> CP-7
            //ocpp///CP-7//                                    -> CP-7
            /ocpp/CP-7/CP-7                                    -> CP-7
            /ocpp/CP-7/cp-7/                                   -> CP-7
            /ocpp/SITE%7C07                                    -> SITE|07
            /ocpp/SITE|07                                      -> SITE|07
            /ocpp/A%2FB                                        -> A/B
            /ocpp/A%252FB                                      -> A%2FB
            /ocpp/A+B                                          -> A+B
            /ocpp/A%20B                                        -> A B
            /ocpp/00:11:22:AA:BB:CC                            -> 00:11:22:AA:BB:CC
            /ocpp/00%3A11%3A22                                 -> 00:11:22
            /ocpp/100%                                         -> 100%
            /ocpp/100%zz                                       -> 100%zz
            /ocpp/K%C3%B6ln                                    -> Köln
            /ocpp/KÃ¶ln                                        -> Köln
            /ocpp/K%F6ln                                       -> Köln
            /ocpp/CP-7?token=secret&id=other                   -> CP-7
            /ocpp/CP-7?chargePointId=other                     -> CP-7
            /ocpp?chargePointId=CP-7&version=1.6               -> CP-7
            /ocpp/?chargepointid=CP%2D7                        -> CP-7
            /ocpp/CP-7#part                                    -> CP-7
            ws://csms.example:8080/ocpp/CP-7                   -> CP-7
            http://csms.example/ocpp/CP-7?x=1                  -> CP-7
            """)
    void the_identity_is_read_from_every_form_of_url_that_stations_use(String target, String identity) {
        assertThat(StationPath.ofSharedPort(target))
                .get()
                .extracting(StationPath::identity)
                .isEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpp",
                "/ocpp/",
                "/ws",
                "/ocpp/%20",
                "/ocpp/a%00b",
                "/ocpp/.",
                "/ocpp/%2e%2E",
                "/ocpp/%252e%252e",
                "/ocpp/%20CP-7",
                "/ocpp/CP%E2%80%8B7",
                "/ocpp?version=1.6",
                "/ocpp/?chargePointId="
            })
    void a_url_without_an_identity_is_for_stations_and_has_none(String target) {
        assertThat(StationPath.ofSharedPort(target))
                .get()
                .extracting(StationPath::identity)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/stations", "/health", "/steve/websocket", "/ocppx/CP-7", "*", ""})
    void other_urls_are_not_for_stations(String target) {
        assertThat(StationPath.ofSharedPort(target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/CP-7,CP-7", "/acme/CP-7/,CP-7", "/ocpp/CP-7,CP-7", "/ws/CP-7,CP-7", "/ocpp,ocpp", "/ws,ws"})
    void on_the_stations_own_port_no_prefix_is_needed(String target, String identity) {
        assertThat(StationPath.ofStationPort(target).identity()).isEqualTo(identity);
    }

    @ParameterizedTest
    @CsvSource({
        "/CP-1,CP-1",
        "/ocpp16/CP-1,CP-1",
        "/OCPP16/tenant/token/CP-1,CP-1",
        "/?chargePointId=CP-1,CP-1",
        "/,",
        "/..,",
    })
    void in_the_wrong_place_the_last_segment_is_who_it_seems_to_be(String target, String identity) {
        assertThat(StationPath.ofSharedPort(target)).isEmpty();
        assertThat(StationPath.ofWrongPlace(target).identity()).isEqualTo(identity);
    }

    @Test
    void why_what_stands_in_the_place_of_the_identity_is_none_is_known() {
        assertThat(StationPath.ofStationPort("/ocpp/..").fault()).contains("segment");
        assertThat(StationPath.ofStationPort("/ocpp/").fault()).isNull();
        assertThat(StationPath.ofStationPort("/ocpp/CP-7").fault()).isNull();
    }

    @Test
    void an_identity_of_more_than_255_characters_is_none() {
        assertThat(StationPath.ofStationPort("/" + "x".repeat(255)).identity()).hasSize(255);
        assertThat(StationPath.ofStationPort("/" + "x".repeat(256)).identity()).isNull();
    }

    @Test
    void the_first_of_several_segments_may_be_a_tenant() {
        assertThat(StationPath.ofStationPort("/ocpp/acme/CP-7").tenant()).contains("acme");
        assertThat(StationPath.ofStationPort("/ocpp/acme/CP-7/CP-7").tenant()).contains("acme");
        assertThat(StationPath.ofStationPort("/ocpp/CP-7").tenant()).isEmpty();
        assertThat(StationPath.ofStationPort("/ocpp/CP-7/CP-7").tenant()).isEmpty();
    }

    @Test
    void the_version_in_a_query_is_read_and_the_query_is_not_kept() {
        StationPath path = StationPath.ofStationPort("/ocpp?chargePointId=CP-7&version=1.6&key=secret");

        assertThat(path.version()).isEqualTo(OcppVersion.V16);
        assertThat(path.path()).isEqualTo("/ocpp");
        assertThat(StationPath.ofStationPort("/ocpp/CP-7?version=9").version()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", nullValues = "-", textBlock = """
            /ocpp/hush/CP-7            -> hush -> /ocpp/***/CP-7       -> /cp-7
            /ocpp/acme/hush/CP-7       -> hush -> /ocpp/acme/***/CP-7  -> acme/cp-7
            //ocpp//hush//CP-7/        -> hush -> //ocpp//***//CP-7/   -> /cp-7
            /ocpp/hush/CP-7/cp-7       -> hush -> /ocpp/***/CP-7/cp-7  -> /cp-7
            /hush/CP-7                 -> hush -> /***/CP-7            -> /cp-7
            /ocpp/h%75sh/CP-7          -> hush -> /ocpp/***/CP-7       -> /cp-7
            /ocpp/CP-7                 -> -    -> /ocpp/CP-7           -> /cp-7
            /ocpp/CP-7/CP-7            -> -    -> /ocpp/CP-7/CP-7      -> /cp-7
            """)
    void what_may_be_a_token_is_read_and_not_shown(String target, String secret, String shown, String name) {
        StationPath path = StationPath.ofStationPort(target).withSecret();
        assertThat(path.secret()).isEqualTo(secret);
        assertThat(path.path()).isEqualTo(shown);
        assertThat(path.name()).isEqualTo(name);
        assertThat(path.toString()).isEqualTo(shown);
        assertThat(path.identity()).isEqualTo("CP-7");
    }

    @Test
    void of_a_path_that_was_cut_nothing_is_shown_that_may_be_a_token() {
        String path = "/ocpp/" + "s".repeat(600) + "/CP-7";
        assertThat(StationPath.ofStationPort(path).withSecret().path()).isEqualTo("***");
    }
}

package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;

class NewcomersTest {
    private static final String V16 = "Sec-WebSocket-Protocol: ocpp1.6";
    private static final String BOOT =
            "[2,\"1\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]";

    private final Newcomers newcomers =
            new Newcomers(2, Settings.of("--trusted-proxies=10.0.0.0/8").http().trustedProxies());

    @Test
    void each_address_has_so_many_and_one_that_leaves_makes_room_once() {
        Optional<Newcomers.Permit> first = newcomers.enter("192.0.2.1");
        assertThat(first).isPresent();
        assertThat(newcomers.enter("192.0.2.1")).isPresent();
        assertThat(newcomers.enter("192.0.2.1")).isEmpty();
        assertThat(newcomers.enter("192.0.2.2")).isPresent();
        first.get().leave();
        first.get().leave();
        assertThat(newcomers.enter("192.0.2.1")).isPresent();
        assertThat(newcomers.enter("192.0.2.1")).isEmpty();
    }

    @Test
    void addresses_of_ipv6_that_begin_alike_are_one() {
        assertThat(newcomers.enter("2001:db8:0:7::1")).isPresent();
        assertThat(newcomers.enter("2001:db8:0:7:ffff::2")).isPresent();
        assertThat(newcomers.enter("2001:db8:0:7::3")).isEmpty();
        assertThat(newcomers.enter("2001:db8:0:8::1")).isPresent();
    }

    @Test
    void this_machine_and_a_proxy_that_does_not_say_for_whom_it_speaks_have_any_number() {
        for (int i = 0; i < 5; i++) {
            assertThat(newcomers.enter("127.0.0.1")).isPresent();
            assertThat(newcomers.enter("::1")).isPresent();
            assertThat(newcomers.enter("10.1.2.3")).isPresent();
        }
    }

    private static RawStation dial(EndpointHarness server, String identity) throws Exception {
        return RawStation.dial(server.port(), "/ocpp/" + identity, V16, "X-Forwarded-For: 192.0.2.9");
    }

    @Test
    void a_station_that_is_accepted_is_no_newcomer_any_more() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--newcomers-per-address=1", "--trusted-proxies=127.0.0.1");
                RawStation first = dial(server, "CP-1")) {
            assertThat(first.status()).isEqualTo(101);
            try (RawStation second = dial(server, "CP-2")) {
                assertThat(second.status()).isEqualTo(503);
                assertThat(second.rest()).contains("newcomers-per-address");
            }
            assertThat(server.attempts)
                    .singleElement()
                    .extracting(attempt -> attempt.reason().word())
                    .isEqualTo("too_many_connections");
            server.stationIsAccepted = true;
            try (RawStation known = dial(server, "CP-3")) {
                assertThat(known.status()).isEqualTo(101);
            }
            server.stationIsAccepted = false;
            first.text(BOOT);
            assertThat(first.read().text()).startsWith("[3,\"1\"");
            try (RawStation second = dial(server, "CP-2")) {
                assertThat(second.status()).isEqualTo(101);
            }
        }
    }
}

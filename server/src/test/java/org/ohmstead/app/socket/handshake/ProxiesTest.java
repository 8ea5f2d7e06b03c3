package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.app.settings.Settings;

/** Whose address a request has; the proxies of 10.0.0.0/8 and ::1 are trusted. */
class ProxiesTest {
    private final Proxies proxies =
            new Proxies(Settings.of("--trusted-proxies=10.0.0.0/8, ::1").http().trustedProxies());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.1     | 203.0.113.9                          | 203.0.113.9
            10.0.0.1     | 6.6.6.6, 203.0.113.9                 | 203.0.113.9
            10.0.0.1     | 6.6.6.6, 203.0.113.9, 10.0.0.2       | 203.0.113.9
            10.0.0.1     | 203.0.113.9:4711                     | 203.0.113.9
            10.0.0.1     | [2001:db8::17]:4711                  | 2001:db8:0:0:0:0:0:17
            10.0.0.1     | 2001:db8::17                         | 2001:db8:0:0:0:0:0:17
            ::1          | 203.0.113.9                          | 203.0.113.9
            10.0.0.1     | 10.0.0.7                             | 10.0.0.7
            10.0.0.1     | unknown                              | 10.0.0.1
            10.0.0.1     | csms.example, 10.0.0.2               | 10.0.0.2
            10.0.0.1     | 203.0.113.9,                         | 203.0.113.9
            203.0.113.50 | 203.0.113.9                          | 203.0.113.50
            11.0.0.1     | 203.0.113.9                          | 11.0.0.1
            """)
    void what_a_trusted_proxy_says_is_believed_and_what_others_say_is_not(String peer, String header, String address) {
        assertThat(proxies.addressOf(peer, List.of(), List.of(header))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for=203.0.113.9                                          | 203.0.113.9
            For="203.0.113.9:80";proto=https;by=10.0.0.1             | 203.0.113.9
            by=10.0.0.1;for="[2001:db8::17]:4711"                    | 2001:db8:0:0:0:0:0:17
            for=6.6.6.6, for=203.0.113.9;proto=http, for=10.1.1.1    | 203.0.113.9
            for=_hidden                                              | 10.0.0.1
            proto=https                                              | 10.0.0.1
            """)
    void the_standard_header_is_read_too(String header, String address) {
        assertThat(proxies.addressOf("10.0.0.1", List.of(header), List.of())).isEqualTo(address);
    }

    @Test
    void where_both_headers_come_and_differ_one_is_an_invention_so_neither_is_believed() {
        assertThat(proxies.addressOf("10.0.0.1", List.of("for=6.6.6.6"), List.of("203.0.113.9")))
                .isEqualTo("unknown");
        assertThat(proxies.addressOf("10.0.0.1", List.of("for=203.0.113.9"), List.of("203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void several_headers_of_one_name_are_one_list() {
        assertThat(proxies.addressOf("10.0.0.1", List.of(), List.of("6.6.6.6", "203.0.113.9, 10.0.0.3")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void nobody_is_trusted_by_default() {
        Proxies none = new Proxies(Settings.defaults().http().trustedProxies());
        assertThat(none.addressOf("127.0.0.1", List.of("for=1.2.3.4"), List.of("1.2.3.4")))
                .isEqualTo("127.0.0.1");
    }
}

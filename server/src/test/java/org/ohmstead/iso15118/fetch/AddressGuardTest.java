package org.ohmstead.iso15118.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "2001:4860::8888"})
    void what_anybody_on_the_internet_can_reach_is_asked(String address) {
        assertThat(new AddressGuard(false).allows(InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fc00::1",
                "fd12::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void what_only_this_server_reaches_is_not_but_where_the_setting_says_so(String address) {
        InetAddress literal = InetAddress.ofLiteral(address);
        assertThat(new AddressGuard(false).allows(literal)).isFalse();
        assertThat(new AddressGuard(true).allows(literal)).isEqualTo(!literal.isAnyLocalAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fe80::1", "224.0.0.1", "ff02::1", "0.0.0.0"})
    void what_hands_out_secrets_to_machines_of_a_cloud_is_never_asked(String address) {
        assertThat(new AddressGuard(true).allows(InetAddress.ofLiteral(address)))
                .isFalse();
    }
}

package org.ohmstead.app.socket.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.SettingsReader;
import org.ohmstead.app.settings.Sources;

/** What the start tells: addresses that somebody can type into a charger. */
class WelcomeTest {
    private static final List<InetAddress> NONE = List.of();

    @TempDir
    Path folder;

    @Test
    void a_server_for_this_machine_says_so_and_how_chargers_get_in() {
        assertThat(welcome(NONE, "--host=127.0.0.1"))
                .contains(
                        "  dashboard  http://127.0.0.1:8080/",
                        "  API        http://127.0.0.1:8080/docs",
                        "  stations   ws://127.0.0.1:8080/ocpp/{identity}",
                        "             only from this machine; for chargers in your network start with",
                        "             --host 0.0.0.0 --station-auth required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "0:0:0:0:0:0:0:0"})
    void a_server_for_all_shows_the_addresses_of_the_machine_and_not_the_one_that_stands_for_all(String all) {
        assertThat(welcome(machines("192.168.1.20", "2001:db8::5"), "--host=" + all, "--station-auth=required"))
                .contains(
                        "  dashboard  http://192.168.1.20:8080/",
                        "  stations   ws://192.168.1.20:8080/ocpp/{identity}",
                        "             ws://[2001:db8::5]:8080/ocpp/{identity}")
                .noneMatch(line -> line.contains("0.0.0.0") || line.contains("[::]") || line.contains("this machine"));
    }

    @Test
    void without_a_network_it_is_the_machine_itself() {
        assertThat(welcome(NONE, "--host=0.0.0.0", "--station-auth=required"))
                .contains("  stations   ws://127.0.0.1:8080/ocpp/{identity}");
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3, 10.1.2.3", "2001:db8::7, [2001:db8::7]"})
    void an_address_that_was_chosen_is_shown_alone(String host, String shown) {
        assertThat(welcome(machines("192.168.1.20"), "--host=" + host, "--station-auth=required"))
                .contains("  stations   ws://" + shown + ":8080/ocpp/{identity}")
                .noneMatch(line -> line.contains("192.168.1.20"));
    }

    @Test
    void stations_have_a_port_of_their_own_without_a_path() {
        assertThat(welcome(
                        machines("192.168.1.20"), "--host=0.0.0.0", "--station-auth=required", "--station-port=9000"))
                .containsSequence(
                        "  stations   ws://192.168.1.20:8080/ocpp/{identity}",
                        "             ws://192.168.1.20:9000/{identity}");
    }

    @Test
    void a_public_url_comes_first_and_is_secure_where_it_is() {
        assertThat(welcome(
                        machines("192.168.1.20"),
                        "--host=0.0.0.0",
                        "--station-auth=required",
                        "--public-url=https://csms.example.com/"))
                .contains("  dashboard  https://csms.example.com/", "  API        https://csms.example.com/docs")
                .containsSequence(
                        "  stations   wss://csms.example.com/ocpp/{identity}",
                        "             ws://192.168.1.20:8080/ocpp/{identity}");
    }

    @Test
    void of_many_addresses_some_are_enough() {
        List<InetAddress> many = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            many.addAll(machines("10.0.0." + i));
        }
        assertThat(welcome(many, "--host=0.0.0.0", "--station-auth=required"))
                .filteredOn(line -> line.contains("/ocpp/"))
                .hasSize(4);
    }

    @Test
    void the_addresses_of_this_machine_lead_to_it_from_elsewhere() {
        assertThat(HostAddresses.ofThisMachine())
                .noneMatch(address -> address.isLoopbackAddress() || address.isAnyLocalAddress())
                .doesNotHaveDuplicates();
    }

    private List<String> welcome(List<InetAddress> machines, String... flags) {
        Settings settings = SettingsReader.read(Sources.of(List.of(flags), Map.of(), folder))
                .orThrow();
        return new Welcome(settings.http(), settings.tls(), 8080, machines)
                .text("http://localhost:8080/setup#secret", "sqlite:/data/ohmstead.db")
                .lines()
                .toList();
    }

    private static List<InetAddress> machines(String... addresses) {
        List<InetAddress> all = new ArrayList<>();
        for (String address : addresses) {
            try {
                all.add(InetAddress.getByName(address));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(address, e);
            }
        }
        return all;
    }
}

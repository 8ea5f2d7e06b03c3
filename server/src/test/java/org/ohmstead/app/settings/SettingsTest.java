package org.ohmstead.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.app.settings.StationSettings.Auth;
import org.ohmstead.app.settings.StationSettings.DefaultVersion;
import org.ohmstead.app.settings.StationSettings.Unknown;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void without_anything_the_defaults_hold() {
        Settings settings = Settings.defaults();

        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().stationPort()).isZero();
        assertThat(settings.store().database()).isEqualTo("sqlite:data/ohmstead.db");
        assertThat(settings.store().readingRetention()).isEqualTo(Duration.ofDays(90));
        assertThat(Settings.of("--reading-retention=off").store().readingRetention())
                .isZero();
        assertThat(settings.sockets().pingInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.sockets().maxMessageSize()).isEqualTo(new Bytes(16 << 20));
        assertThat(settings.stations().unknownStations()).isEqualTo(Unknown.REJECT);
    }

    @Test
    void a_flag_wins_over_a_variable_over_the_file_over_the_default() throws IOException {
        Files.writeString(
                directory.resolve("ohmstead.yaml"),
                "port: 1001\nping-interval: 11s\ncall-queue: 5\nfree-tokens: [FREE, PUBLIC]\n");

        Settings settings = read(
                        List.of("--port=3003"), Map.of("OHMSTEAD_PORT", "2002", "OHMSTEAD_PING_INTERVAL", "22s"))
                .orThrow();

        assertThat(settings.http().port()).isEqualTo(3003);
        assertThat(settings.sockets().pingInterval()).isEqualTo(Duration.ofSeconds(22));
        assertThat(settings.calls().callQueue()).isEqualTo(5);
        assertThat(settings.calls().callTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.tokens().freeTokens()).containsExactly("FREE", "PUBLIC");
    }

    @Test
    void another_file_can_be_named_by_flag_and_by_variable() throws IOException {
        Path other = Files.writeString(directory.resolve("other.yaml"), "port: 1234\n");

        assertThat(read(List.of("--config", other.toString()), Map.of())
                        .orThrow()
                        .http()
                        .port())
                .isEqualTo(1234);
        assertThat(read(List.of(), Map.of("OHMSTEAD_CONFIG", "other.yaml"))
                        .orThrow()
                        .http()
                        .port())
                .isEqualTo(1234);
    }

    @Test
    void flags_may_be_written_with_an_equals_sign_or_a_blank() {
        Settings settings = Settings.of("--port", "81", "--unknown-stations=accept", "--default-version", "2.0.1");

        assertThat(settings.http().port()).isEqualTo(81);
        assertThat(settings.stations().unknownStations()).isEqualTo(Unknown.ACCEPT);
        assertThat(settings.stations().defaultVersion()).isEqualTo(DefaultVersion.V2_0_1);
    }

    @ParameterizedTest
    @CsvSource({
        "--ping-interval, 90s, PT1M30S",
        "--ping-interval, 2m, PT2M",
        "--ping-interval, off, PT0S",
        "--ping-interval, PT5S, PT5S",
        "--idle-timeout, 2d, PT48H",
    })
    void durations_are_read_as_people_write_them(String flag, String text, Duration expected) {
        SocketSettings sockets = Settings.of(flag, text).sockets();

        assertThat(flag.equals("--idle-timeout") ? sockets.idleTimeout() : sockets.pingInterval())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port       | 80a        | port: '80a' (flag --port); allowed is a whole number from 0 to 65535
            --port       | 65536      | port: '65536' (flag --port); allowed is a whole number from 0 to 65535
            --port       | ''         | port: no value (flag --port); allowed is a whole number from 0 to 65535
            --prot       | 1          | prot: '1' (flag --prot); there is no such setting; did you mean port?
            --xyzzy      | 1          | xyzzy: '1' (flag --xyzzy); there is no such setting; ./ohmstead serve --help lists them all
            --station-auth | maybe    | station-auth: 'maybe' (flag --station-auth); allowed is one of none, optional, required
            --default-version | 1.5   | default-version: '1.5' (flag --default-version); allowed is one of sniff, 1.6, 2.0.1, 2.1
            --compression | maybe     | compression: 'maybe' (flag --compression); allowed is true or false
            --ping-interval | 30      | ping-interval: '30' (flag --ping-interval); allowed is a duration such as 30s, 5m, 1h or 7d from 1s to 1h, or off
            --reading-retention | 29d | reading-retention: '29d' (flag --reading-retention); allowed is a duration such as 30s, 5m, 1h or 7d from 30d to 3650d, or off
            --max-message-size | 1KiB | max-message-size: '1KiB' (flag --max-message-size); allowed is a size such as 512KiB or 1MiB from 64KiB to 64MiB
            --trusted-proxies | 10.0.0.0/33 | trusted-proxies: '10.0.0.0/33' (flag --trusted-proxies); allowed is addresses and networks such as 10.0.0.0/8 or ::1 with commas between them
            --trusted-proxies | proxy.example | trusted-proxies: 'proxy.example' (flag --trusted-proxies); allowed is addresses and networks such as 10.0.0.0/8 or ::1 with commas between them
            --database | mysql://u:secret@h/d | database: '...' (flag --database); allowed is sqlite:PATH or postgresql://user:password@host:5432/name
            """)
    void a_wrong_value_is_named_with_where_it_stands_and_what_is_allowed(String flag, String text, String expected) {
        assertThat(read(List.of(flag + "=" + text), Map.of()).wrong())
                .singleElement()
                .hasToString(expected);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() throws IOException {
        Files.writeString(directory.resolve("ohmstead.yaml"), "call-queue: many\nstations:\n  auth: required\n");

        assertThat(read(List.of("--port=x", "serve"), Map.of("OHMSTEAD_COMPRESSION", "perhaps"))
                        .wrong())
                .extracting(Wrong::toString)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("port: 'x' (flag --port)"),
                        line -> assertThat(line).startsWith("serve: 'serve' (command line)"),
                        line -> assertThat(line).startsWith("compression: 'perhaps' (variable OHMSTEAD_COMPRESSION)"),
                        line -> assertThat(line).startsWith("call-queue: 'many' (call-queue in "),
                        line -> assertThat(line).startsWith("stations: '{auth=required}' (stations in "));
    }

    @Test
    void a_file_that_is_no_yaml_or_is_not_there_stops_the_start() throws IOException {
        Files.writeString(directory.resolve("bad.yaml"), "port: [1\n");

        assertThat(read(List.of("--config=bad.yaml"), Map.of()).wrong())
                .singleElement()
                .asString()
                .contains("bad.yaml", "it is no YAML");
        assertThat(read(List.of("--config=missing.yaml"), Map.of()).wrong())
                .singleElement()
                .asString()
                .contains("missing.yaml", "cannot be read");
    }

    @Test
    void an_address_that_others_can_reach_needs_stations_to_authenticate() {
        assertThat(read(List.of("--host=0.0.0.0"), Map.of()).wrong())
                .singleElement()
                .asString()
                .contains("host: '0.0.0.0'", "station-auth=required", "127.0.0.1");
        assertThat(Settings.of("--host=0.0.0.0", "--station-auth=required")
                        .stations()
                        .stationAuth())
                .isEqualTo(Auth.REQUIRED);
        assertThat(Settings.of("--host=localhost").http().isLoopback()).isTrue();
        assertThat(Settings.of("--host=::1").http().isLoopback()).isTrue();
    }

    @Test
    void what_may_be_meant_for_another_program_is_ignored_with_a_hint_and_without_its_value() throws IOException {
        Files.writeString(directory.resolve("ohmstead.yaml"), "pong-timeot: 5s\nxyzzy: s3cret\n");

        SettingsReader.Result result = read(
                List.of(),
                Map.of(
                        "OHMSTEAD_PROT", "s3cret",
                        "OHMSTEAD_DB_PASSWORD", "s3cret",
                        "OHMSTEAD_PORT", "tcp://10.0.0.1:8080",
                        "OHMSTEAD_PORT_8080_TCP_ADDR", "10.0.0.1"));

        assertThat(result.wrong()).isEmpty();
        assertThat(result.orThrow().http().port()).isEqualTo(8080);
        assertThat(result.warnings())
                .hasSize(6)
                .anyMatch(line ->
                        line.equals("variable OHMSTEAD_PROT is ignored: there is no such setting; did you mean port?"))
                .anyMatch(line -> line.startsWith("pong-timeot in ") && line.endsWith("did you mean pong-timeout?"))
                .anyMatch(line -> line.startsWith("variable OHMSTEAD_PORT is ignored") && line.contains("Kubernetes"))
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void the_variables_of_the_launcher_are_not_settings() {
        assertThat(read(List.of(), Map.of("OHMSTEAD_JDK_SEARCH", "/opt/*", "PATH", "/bin"))
                        .wrong())
                .isEmpty();
    }

    @Test
    void the_page_in_docs_is_the_one_that_the_records_generate() throws IOException {
        Path page = Path.of(System.getProperty("ohmstead.root", ".."), "docs", "settings.md");
        if (Boolean.getBoolean("ohmstead.write")) {
            Files.writeString(page, Reference.markdown());
        }
        assertThat(Files.readString(page))
                .as("docs/settings.md: run this test with -Dohmstead.write=true to write it anew")
                .isEqualTo(Reference.markdown());
    }

    @Test
    void the_help_lists_every_setting_with_its_default() {
        assertThat(Reference.help())
                .contains("--port (default: 8080)", "--unknown-stations (default: reject)", "--config FILE");
        assertThat(Known.all()).allSatisfy(known -> assertThat(Reference.help()).contains("--" + known.name()));
    }

    private SettingsReader.Result read(List<String> args, Map<String, String> variables) {
        return SettingsReader.read(Sources.of(args, variables, directory));
    }
}

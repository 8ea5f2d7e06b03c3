package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();
    private final CommandLine line =
            Main.commandLine().setErr(new PrintWriter(err)).setOut(new PrintWriter(out));
    private final TinyCsms csms = new TinyCsms();

    @AfterEach
    void end() {
        csms.close();
    }

    @Test
    void the_help_names_every_flag() {
        assertThat(line.execute("--help")).isZero();
        assertThat(out.toString())
                .contains(List.of(
                        "--stations",
                        "--version",
                        "--url",
                        "--identity-prefix",
                        "--password",
                        "--token",
                        "--speed",
                        "--sessions",
                        "--duration",
                        "--ramp",
                        "--seed",
                        "--scenario",
                        "--no-register",
                        "demo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--version=3.0   | --version: found 3.0, allowed is 1.6, 2.0.1, 2.1 or mix",
                "--duration=soon | --duration: found soon, allowed is a time such as 90s, 10m or 2h",
                "--ramp=fast     | --ramp: found fast, allowed is a number of stations per second, such as 50/s",
                "--stations=0    | more than 0",
                "--stations=x    | Invalid value for option '--stations'"
            })
    void a_wrong_flag_is_named_with_what_is_allowed(String flag, String message) {
        assertThat(line.execute(flag)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void stations_of_all_versions_charge_until_their_sessions_are_done() {
        int code = line.execute(
                "--stations=6",
                "--version=mix",
                "--sessions=6",
                "--speed=600",
                "--no-register",
                "--url=" + csms.url(),
                "--ramp=100/s");
        assertThat(code).isZero();
        assertThat(csms.actions()).contains("StopTransaction", "TransactionEvent");
        assertThat(csms.deviations()).isEmpty();
        assertThat(csms.heard().stream().map(TinyCsms.Heard::identity).distinct())
                .hasSize(6);
    }

    @Test
    void two_hundred_stations_in_one_process_are_no_trouble() {
        int code = line.execute(
                "--stations=200",
                "--version=mix",
                "--sessions=200",
                "--speed=300",
                "--session-length=5m",
                "--pause=10s",
                "--no-register",
                "--url=" + csms.url(),
                "--ramp=1000/s");
        assertThat(code).isZero();
        assertThat(csms.heard().stream().map(TinyCsms.Heard::identity).distinct())
                .hasSize(200);
        assertThat(csms.deviations()).isEmpty();
    }
}

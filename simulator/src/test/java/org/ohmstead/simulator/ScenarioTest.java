package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.ocpp.codec.values.DurationText;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.scenario.Play;
import org.ohmstead.simulator.scenario.Scenario;
import org.ohmstead.simulator.scenario.ScenarioReader;

class ScenarioTest {
    private final TinyCsms csms = new TinyCsms();
    private final Simulators simulators = new Simulators();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void end() {
        simulators.close();
        csms.close();
    }

    private static Scenario read(String text) {
        return ScenarioReader.read("test.yaml", new StringReader(text));
    }

    private void play(Scenario scenario) throws InterruptedException {
        SimStation station = simulators.station(scenario.options().url(csms.url()));
        new Play(station, "TAG").play(scenario, new PrintStream(out, true, StandardCharsets.UTF_8));
        station.awaitDelivered();
    }

    static List<Path> examples() throws IOException {
        Path here = Files.isDirectory(Path.of("examples")) ? Path.of("examples") : Path.of("simulator/examples");
        try (Stream<Path> files = Files.list(here)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_plays_to_its_end(Path file) throws Exception {
        Scenario scenario = ScenarioReader.read(file);
        scenario.options().speed(Math.max(scenario.options().speed(), 600));
        play(scenario);
        assertThat(csms.deviations()).isEmpty();
        assertThat(csms.actions()).contains("BootNotification");
    }

    @Test
    void a_charge_with_a_limit_takes_that_power() throws Exception {
        play(read("""
            station: {version: 1.6, powerKw: 22, speed: 600}
            steps:
              - boot
              - plug: 1
              - authorize: TAG
              - expect: {verdict: Accepted}
              - start
              - charge: {minutes: 10, watts: 7400}
              - expect: {minEnergyWh: 1150, maxEnergyWh: 1700}
              - stop
              - unplug
              - send: {action: DataTransfer, payload: {vendorId: org.ohmstead}}
              - expect: {outcome: answered, status: Accepted}
            """));
        assertThat(csms.actions()).contains("StopTransaction", "DataTransfer");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("plug: 1", "charge");
    }

    @Test
    void an_expectation_that_is_not_met_names_its_line_and_what_was_found() {
        Scenario scenario = read("""
            steps:
              - boot
              - expect: {state: CHARGING, within: 50ms}
            """);
        assertThatThrownBy(() -> play(scenario))
                .hasMessage("test.yaml line 3: expect: state: found AVAILABLE, expected is CHARGING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        steps: [fly]                                      | test.yaml line 1: steps[0]: found fly, allowed is boot, plug
        steps: [{plug: 2}]                                | steps[0].plug: found 2, allowed is 1 to 1, the station's connectors
        steps: [{plug: one}]                              | steps[0].plug: found one, allowed is a whole number of 1 or more
        steps: [{charge: {minutes: ten}}]                 | steps[0].charge.minutes: found ten, allowed is a number of 0 or more
        steps: [{charge: {watts: 5}}]                     | steps[0].charge: found no time, allowed is minutes: 10, or for: 90s
        steps: [{wait: soon}]                             | steps[0].wait: found soon, allowed is a time such as
        steps: [{send: {action: Fly}}]                    | steps[0].send.action: found There is no sample of Fly
        steps: [{send: {action: Heartbeat, payload: {a: 1}}}] | steps[0].send.payload: found Heartbeat
        steps: [{expect: {mood: good}}]                   | steps[0].expect.mood: found an unknown field, allowed is charging
        steps: [{stop: {reason: Boredom}}]                | steps[0].stop.reason: found Boredom, allowed is DeAuthorized
        steps: [{misbehave: {silent: maybe}}]             | steps[0].misbehave.silent: found maybe, allowed is true or false
        steps: boot                                       | steps: found a text, allowed is a list
        station: {version: 3.0}                           | steps: found nothing, allowed is a list of steps
        steps: [boot                                      | test.yaml line 1: no YAML
        """)
    void what_is_wrong_is_told_with_its_line_and_field(String text, String message) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining(message);
    }

    @Test
    void the_line_of_a_fault_further_down_is_right() {
        assertThatThrownBy(() -> read("station:\n  version: 3.0\nsteps:\n  - boot\n"))
                .hasMessage("test.yaml line 2: station.version: found 3.0, allowed is 1.6, 2.0.1 or 2.1");
        assertThatThrownBy(() -> read("steps:\n  - boot\n  -\n    loseConnection: later\n"))
                .hasMessageStartingWith("test.yaml line 4: steps[1].loseConnection: found later");
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "90s,PT1M30S", "10m,PT10M", "2h,PT2H", "7,PT7S", "1.5s,PT1.5S"})
    void times_are_read_as_people_write_them(String text, Duration time) {
        assertThat(DurationText.parseOrSeconds(text)).contains(time);
    }
}

package org.ohmstead.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
    @Test
    void durations_are_written_as_in_the_settings() {
        assertThat(new DurationWord().convert("150s")).isEqualTo(Duration.ofSeconds(150));
        assertThat(new DurationWord().convert("1h")).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> new DurationWord().convert("long")).hasMessageContaining("write 150s, 30m or 1h");
    }

    @Test
    void helpers_of_the_bench_are_not_shown_to_people() {
        String usage = Main.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(usage).contains("--quick", "--compare", "--faults", "--soak", "--siege", "heartbeat", "mix");
        assertThat(usage).doesNotContain("echo-server", "links-process", "stations-process");
    }

    @Test
    void every_scenario_can_be_asked_for_by_its_name() {
        for (var scenario : ScenarioWord.ALL) {
            var parsed = Main.commandLine().parseArgs("--only", scenario.name());

            assertThat(parsed.matchedOptionValue("--only", List.of())).containsExactly(scenario);
            assertThat(parsed.hasSubcommand()).isFalse();
        }
    }

    @Test
    void an_unknown_scenario_is_refused_with_the_ones_that_exist() {
        assertThatThrownBy(() -> Main.commandLine().parseArgs("--only=quirries"))
                .hasMessageContaining("throughput, open, start, charging, idle, storm, links, codec, queries");
    }

    @Test
    void what_is_measured_instead_of_everything_is_one_thing() {
        for (String other : List.of("--quick", "--keep-baseline", "--faults", "--siege", "--soak=1h")) {
            assertThatThrownBy(() -> Main.commandLine().parseArgs("--compare", other))
                    .hasMessageContaining("mutually exclusive");
        }
    }

    @Test
    void a_soak_too_short_to_see_anything_grow_is_refused() {
        StringWriter errors = new StringWriter();

        int code = Main.commandLine().setErr(new PrintWriter(errors)).execute("--soak=119s");

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("2m at least");
    }

    @Test
    void scenarios_are_not_chosen_where_they_are_fixed() {
        StringWriter errors = new StringWriter();

        int code = Main.commandLine().setErr(new PrintWriter(errors)).execute("--faults", "--only=codec");

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("leave one of the two away");
    }

    @Test
    void nothing_is_measured_zero_times() {
        for (String option : List.of("--runs", "--rate", "--kills", "--sessions", "--readings")) {
            assertThatThrownBy(() -> Main.commandLine().parseArgs(option + "=0"))
                    .hasMessageContaining("'0' is no whole number from 1 to");
        }
        assertThatThrownBy(() -> Main.commandLine().parseArgs("mix", "--stations=many"))
                .hasMessageContaining("'many' is no whole number");
    }
}

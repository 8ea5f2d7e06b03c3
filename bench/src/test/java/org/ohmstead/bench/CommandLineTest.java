package org.ohmstead.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
    @Test
    void durations_are_written_as_in_the_settings() {
        assertThat(new DurationWord().convert("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(new DurationWord().convert("1h")).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> new DurationWord().convert("long")).hasMessageContaining("write 90s, 30m or 1h");
        assertThatThrownBy(() -> new DurationWord().convert("0s")).hasMessageContaining("not longer than nothing");
    }

    @Test
    void helpers_of_the_bench_are_not_shown_to_people() {
        String usage = Main.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(usage).contains("--quick", "--compare", "--faults", "--soak", "heartbeat", "mix");
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
}

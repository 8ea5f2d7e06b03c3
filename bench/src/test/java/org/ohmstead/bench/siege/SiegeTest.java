package org.ohmstead.bench.siege;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.rig.Cores;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.TargetOptions;
import picocli.CommandLine;

/** The siege in short: what it must not find on any machine, however fast; how long the honest wait is the bench's to say. */
class SiegeTest {
    private static final List<String> WHATEVER_THE_SPEED = List.of(
            "honest stations without an answer",
            "resident memory at most",
            "crashes",
            "lines of stack traces in the log",
            "internal errors",
            "doors that opened",
            "facts acknowledged",
            "of these not stored",
            "stored more than once");

    /** The bench besieges both; half of that is enough for each change. */
    private static final List<Database.Kind> DATABASES = List.of(Database.Kind.SQLITE);

    @Test
    void strangers_end_nothing_open_nothing_and_lose_nothing() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(said, true, StandardCharsets.UTF_8));
        TargetOptions packaged = new TargetOptions();
        new CommandLine(packaged)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs("--server-jar=../server/target/quarkus-app/quarkus-run.jar");

        new Siege(packaged, Cores.share(), Clock.systemUTC(), report, 7).run(Duration.ofSeconds(1), "", DATABASES);

        List<Figure> held = report.figures().stream()
                .filter(figure -> WHATEVER_THE_SPEED.contains(figure.name()))
                .toList();
        assertThat(held).hasSize(DATABASES.size() * WHATEVER_THE_SPEED.size());
        assertThat(held).as(said.toString(StandardCharsets.UTF_8)).allMatch(Figure::isGood);
        assertThat(report.figures().stream()
                        .filter(figure -> figure.name().equals("tries"))
                        .toList())
                .hasSize(DATABASES.size() * Attacks.all().size())
                .allMatch(Figure::isGood);
    }
}

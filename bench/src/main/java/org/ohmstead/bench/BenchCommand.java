package org.ohmstead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.bench.faults.Faults;
import org.ohmstead.bench.report.BarChart;
import org.ohmstead.bench.report.Baseline;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.report.Results;
import org.ohmstead.bench.rig.Cores;
import org.ohmstead.bench.rig.TargetOptions;
import org.ohmstead.bench.scenario.Scenario;
import org.ohmstead.bench.scenario.Setting;
import org.ohmstead.bench.scenario.Soak;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All scenarios, or some of them, in one table. */
@Command(name = "ohmstead bench", mixinStandardHelpOptions = true, description = "Measures the packaged server.")
final class BenchCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Option(names = "--quick", description = "Everything small, within two minutes")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            converter = ScenarioWord.class,
            description =
                    "Of throughput, open, start, charging, idle, storm, links, codec, queries; all of them by default")
    private List<Scenario> only = ScenarioWord.ALL;

    @Option(
            names = "--runs",
            description = "A figure is the median of so many (default: 3; quick: 2, and 1 of what is in no ratio)")
    private int runs;

    @Option(
            names = "--rate",
            defaultValue = "10000",
            description = "Of the open loop, messages/s (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--sessions", description = "Stored for the queries (default: 1,000,000; quick: 20,000)")
    private long sessions;

    @Option(names = "--readings", description = "Stored for the queries (default: 50,000,000; quick: 200,000)")
    private long readings;

    @Option(
            names = "--compare",
            description =
                    "Measures what ratios are made of, and says which fell since they were kept; exit code 3 if any")
    private boolean compare;

    @Option(names = "--keep-baseline", description = "The same, and keeps the ratios for --compare")
    private boolean keep;

    @Option(
            names = "--baseline",
            defaultValue = "bench/baseline.json",
            description = "Where they are kept (default: ${DEFAULT-VALUE})")
    private Path baseline = Path.of("bench/baseline.json");

    @Option(
            names = "--out",
            defaultValue = "target/bench",
            description = "Folder for results.json and results.svg (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("target/bench");

    @Option(
            names = "--faults",
            description = "Kills, freezes and fills instead, and checks that no acknowledged fact is lost")
    private boolean faults;

    @Option(
            names = "--kills",
            defaultValue = "50",
            description = "Of the server, on each database (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(
            names = "--seed",
            description = "Of the moments at which --faults strikes; by default another one each time")
    private long seed;

    @Option(
            names = "--soak",
            converter = DurationWord.class,
            description = "Loads the server for so long instead, such as 30m or 1h, and looks whether anything grows")
    private @Nullable Duration soak;

    BenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        long start = System.nanoTime();
        Report report = new Report(System.out);
        Cores cores = Cores.share();
        report.note(cores.words());
        Setting.Size size = compare || keep ? Setting.Size.COMPARE : quick ? Setting.Size.QUICK : Setting.Size.FULL;
        int times = runs > 0 ? runs : quick ? 2 : 3;
        Setting.Volume volume = new Setting.Volume(sessions, readings);
        Setting setting = new Setting(target, cores, clock, report, size, times, rate, volume);
        measure(setting);
        report.close();
        Results.write(report, clock.instant(), out.resolve("results.json"));
        Files.writeString(out.resolve("results.svg"), BarChart.of(report.figures()));
        System.out.printf(
                "%nafter %.0f s; %s and results.svg beside it%n",
                (System.nanoTime() - start) / 1e9, out.resolve("results.json"));
        return compared(report);
    }

    private void measure(Setting setting) throws IOException, InterruptedException, TimeoutException {
        if (faults) {
            long moments = seed == 0 ? clock.millis() : seed;
            new Faults(target, setting.cores(), clock, setting.report(), moments).run(kills);
        } else if (soak != null) {
            new Soak(setting).run(soak, out.resolve("soak.svg"));
        } else {
            for (Scenario scenario : compare || keep ? ScenarioWord.COMPARED : only) {
                scenario.run(setting);
            }
        }
    }

    private int compared(Report report) throws IOException {
        Baseline now = Baseline.of(report.figures());
        if (keep) {
            now.write(baseline);
        }
        if (!compare) {
            return 0;
        }
        List<Baseline.Change> changes = Baseline.read(baseline).changes(now);
        System.out.println("\nratios, kept -> now");
        changes.forEach(System.out::println);
        return changes.stream().anyMatch(Baseline.Change::isFall) ? 3 : 0;
    }
}

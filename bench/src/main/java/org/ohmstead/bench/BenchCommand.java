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
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.TargetOptions;
import org.ohmstead.bench.scenario.Scenario;
import org.ohmstead.bench.scenario.Setting;
import org.ohmstead.bench.scenario.Soak;
import org.ohmstead.bench.siege.Siege;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All scenarios, or some of them, in one table. */
@Command(name = "ohmstead bench", mixinStandardHelpOptions = true, description = "Measures the packaged server.")
final class BenchCommand implements Callable<Integer> {
    /** Exit code where it was measured to the end, and what it found is bad. */
    private static final int BAD = 3;

    private final Clock clock;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @ArgGroup
    private Kind kind = new Kind();

    @Option(
            names = "--only",
            split = ",",
            converter = ScenarioWord.class,
            description =
                    "Of throughput, open, start, charging, idle, storm, links, codec, queries; all of them by default")
    private List<Scenario> only = ScenarioWord.ALL;

    @Option(
            names = "--runs",
            converter = Positive.class,
            description = "A figure is the median of so many (default: 3; quick: 2, and 1 of what is in no ratio)")
    private int runs;

    @Option(
            names = "--rate",
            defaultValue = "10000",
            converter = Positive.class,
            description = "Of the open loop and the soak, messages/s (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--sessions",
            converter = Positive.class,
            description = "Stored for the queries (default: 1,000,000; quick: 20,000)")
    private int sessions;

    @Option(
            names = "--readings",
            converter = Positive.class,
            description = "Stored for the queries (default: 50,000,000; quick: 200,000)")
    private int readings;

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
            names = "--kills",
            defaultValue = "50",
            converter = Positive.class,
            description = "Of the server, on each database (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(
            names = "--seed",
            description =
                    "Of the moments at which --faults strikes and of what --siege sends; by default another one each time")
    private long seed;

    @Option(
            names = "--attack",
            paramLabel = "WORDS",
            description = "Of --siege: only those whose name contains these words")
    private String attack = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is done instead of everything at full size; one of them at most. */
    private static final class Kind {
        @Option(names = "--quick", description = "Everything small, within two minutes")
        private boolean quick;

        @Option(
                names = "--compare",
                description =
                        "Measures what ratios are made of, and says which fell since they were kept; exit code 3 if any")
        private boolean compare;

        @Option(names = "--keep-baseline", description = "Measures the same, and keeps the ratios for --compare")
        private boolean keep;

        @Option(
                names = "--faults",
                description =
                        "Kills, freezes and fills, and checks that no acknowledged fact is lost; exit code 3 if any is")
        private boolean faults;

        @Option(
                names = "--soak",
                converter = DurationWord.class,
                description =
                        "Loads the server for so long, such as 30m or 1h, and looks whether anything grows; exit code 3 if so")
        private @Nullable Duration soak;

        @Option(
                names = "--siege",
                arity = "0..1",
                fallbackValue = "15s",
                converter = DurationWord.class,
                description =
                        "Attacks the server, each way for so long (default: ${FALLBACK-VALUE}), while honest stations charge;"
                                + " exit code 3 if it harms them")
        private @Nullable Duration siege;

        boolean isOfRatios() {
            return compare || keep;
        }

        Setting.Size size() {
            return isOfRatios() ? Setting.Size.COMPARE : quick ? Setting.Size.QUICK : Setting.Size.FULL;
        }
    }

    BenchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, TimeoutException {
        check();
        long start = System.nanoTime();
        Report report = new Report(System.out);
        Cores cores = Cores.share();
        report.note(cores.words());
        int times = runs > 0 ? runs : kind.quick ? 2 : 3;
        Setting.Volume volume = new Setting.Volume(sessions, readings);
        Setting setting = new Setting(target, cores, clock, report, kind.size(), times, rate, volume);
        try {
            measure(setting);
        } finally {
            // What was measured until something failed may have taken an hour.
            Results.write(report, cores.count(), clock.instant(), out.resolve("results.json"));
            Files.writeString(out.resolve("results.svg"), BarChart.of(report.figures()));
        }
        boolean isGood = report.close();
        System.out.printf(
                "%nafter %.0f s; %s and results.svg beside it%n",
                (System.nanoTime() - start) / 1e9, out.resolve("results.json"));
        if (kind.faults || kind.soak != null || kind.siege != null) {
            return isGood ? 0 : BAD;
        }
        return compared(report);
    }

    /** What the command line asks for must make sense together. */
    private void check() {
        if (!only.equals(ScenarioWord.ALL)
                && (kind.isOfRatios() || kind.faults || kind.soak != null || kind.siege != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--only chooses among the scenarios of the whole and the quick bench; what is measured for"
                            + " --compare, --keep-baseline, --faults, --siege and --soak is fixed: leave one of the two away");
        }
        if (kind.soak != null && kind.soak.compareTo(Soak.LEAST) < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--soak is too short to see anything grow: " + Soak.LEAST.toMinutes() + "m at least");
        }
        if (kind.compare && !Files.exists(baseline)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are no kept ratios at " + baseline + ": keep some with --keep-baseline, or name another"
                            + " file with --baseline");
        }
    }

    private void measure(Setting setting) throws IOException, InterruptedException, TimeoutException {
        if (kind.faults) {
            long moments = seed == 0 ? clock.millis() : seed;
            new Faults(target, setting.cores(), clock, setting.report(), moments).run(kills);
        } else if (kind.siege != null) {
            new Siege(target, setting.cores(), clock, setting.report(), seed == 0 ? clock.millis() : seed)
                    .run(kind.siege, attack, List.of(Database.Kind.values()));
        } else if (kind.soak != null) {
            new Soak(setting).run(kind.soak, out.resolve("soak.svg"));
        } else {
            for (Scenario scenario : kind.isOfRatios() ? ScenarioWord.COMPARED : only) {
                scenario.run(setting);
            }
        }
    }

    private int compared(Report report) throws IOException {
        Baseline now = Baseline.of(report.figures());
        if (kind.keep) {
            now.write(baseline);
        }
        if (!kind.compare) {
            return 0;
        }
        List<Baseline.Change> changes = Baseline.read(baseline).changes(now);
        System.out.println("\nratios, kept -> now");
        changes.forEach(System.out::println);
        return changes.stream().anyMatch(Baseline.Change::isFall) ? BAD : 0;
    }
}

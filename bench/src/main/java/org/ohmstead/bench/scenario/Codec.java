package org.ohmstead.bench.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH, in a JVM of its own: decode with validation, encode, and what each allocates. */
public final class Codec implements Scenario {
    private static final String EVENT = "TRANSACTION_EVENT";

    @Override
    public String name() {
        return "codec";
    }

    @Override
    public void run(Setting setting) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(CodecBenchmark.class.getSimpleName())
                .forks(1)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(setting.quick() ? 2 : 4)
                .warmupTime(TimeValue.milliseconds(setting.quick() ? 400 : 1000))
                .measurementIterations(setting.quick() ? 3 : 7)
                .measurementTime(TimeValue.milliseconds(setting.quick() ? 300 : 1000))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT);
        if (setting.size() != Setting.Size.FULL) {
            options.param("message", EVENT);
        }
        try {
            report(setting, new Runner(options.build()).run());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run", e);
        }
    }

    private static void report(Setting setting, Collection<RunResult> results) {
        for (RunResult result : results) {
            String message = result.getParams().getParam("message");
            String doing = doing(result);
            if (!doing.equals("tree")) {
                Figure time = Figure.of("codec " + words(message), doing, Unit.MICROS, micros(result));
                boolean hasGoal = message.equals(EVENT) && doing.equals("decode");
                setting.report().add(hasGoal ? time.goal(Goal.atMost(5)) : time);
                setting.report()
                        .add(Figure.of(
                                "codec " + words(message), doing + ", allocated", Unit.BYTES, allocated(result)));
            }
        }
        for (String doing : List.of("decode", "encode")) {
            double ratio = least(results, "tree") / least(results, doing);
            setting.report().add(Figure.of("ratios", "codec " + doing + " of reading as a tree", Unit.RATIO, ratio));
        }
    }

    /** They are measured one after the other, a minute apart, and what the machine does meanwhile only adds. */
    private static double least(Collection<RunResult> results, String doing) {
        return results.stream()
                .filter(result -> doing(result).equals(doing))
                .filter(result -> result.getParams().getParam("message").equals(EVENT))
                .mapToDouble(result ->
                        Figure.of("codec", doing, Unit.MICROS, micros(result)).least())
                .findFirst()
                .orElseThrow();
    }

    private static String doing(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private static List<Double> micros(RunResult result) {
        return result.getAggregatedResult().getIterationResults().stream()
                .map(iteration -> iteration.getPrimaryResult().getScore() / 1000)
                .collect(Collectors.toList());
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(0);
    }

    private static String words(String message) {
        return message.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Tally;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.LineChart;
import org.ohmstead.bench.report.Series;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Api;

/**
 * Charging sessions at a fixed rate for hours; every ten seconds the server's memory, descriptors and queues and the answers'
 * p99 are looked at; nothing may be refused. Flat is what in its last quarter is not above its second quarter; the first is
 * the warm-up.
 */
public final class Soak {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int STATIONS = 1000;
    private static final List<Queue> QUEUES = List.of(
            new Queue("units waiting for a commit", "ohmstead_commit_queue"),
            new Queue("frames waiting for the log", "ohmstead_message_log_waiting"),
            new Queue("events waiting", "ohmstead_events_waiting"));

    private final Setting setting;
    private final Map<String, List<Double>> samples = new LinkedHashMap<>();
    private long answers;
    private long refused;

    /** It is looked at every ten seconds, and a quarter of that must be worth a median. */
    public static final Duration LEAST = Duration.ofMinutes(2);

    private record Queue(String name, String metric) {}

    public Soak(Setting setting) {
        this.setting = setting;
    }

    public void run(Duration time, Path chart) throws IOException, InterruptedException, TimeoutException {
        String name = "soak, %,d messages a second for %,d s".formatted(setting.rate(), time.toSeconds());
        List<Version> both = List.of(Version.V16, Version.V201);
        try (Lane lane = Lane.sessions(setting, setting.target().database(), STATIONS, both, Cards.OWN);
                Api api = lane.api()) {
            lane.fleet().keep(setting.rate());
            try {
                lane.fleet().clear();
                long start = System.nanoTime();
                while (System.nanoTime() - start < time.toNanos()) {
                    Thread.sleep(STEP);
                    sample(lane, api);
                }
                double due = setting.rate() * (System.nanoTime() - start) / 1e9;
                lane.fleet().rest();
                setting.report()
                        .add(Figure.of(name, "answered of what was due", Unit.GROWTH, answers / due)
                                .goal(Goal.atLeast(0.95)));
                long failures = refused + lane.fleet().unanswered();
                setting.report()
                        .add(Figure.of(name, Fleet.FAILURES, Unit.COUNT, (double) failures)
                                .goal(Goal.atMost(0)));
            } finally {
                report(name, chart);
            }
        }
    }

    private void report(String name, Path chart) throws IOException {
        List<Series> all = new ArrayList<>();
        samples.forEach((what, values) -> all.add(new Series(what, unit(what), values)));
        Files.createDirectories(chart.toAbsolutePath().getParent());
        Files.writeString(chart, LineChart.of(all));
        for (Series series : all) {
            setting.report().add(Figure.of(name, series.name(), series.unit(), series.samples()));
        }
        for (Series series : all) {
            double growth = series.growth(floor(series.name()));
            setting.report()
                    .add(Figure.of(name, series.name() + ", late over early", Unit.GROWTH, growth)
                            .goal(goal(series.name())));
        }
    }

    private void sample(Lane lane, Api api) throws IOException, InterruptedException {
        lane.fleet().onLoop(() -> {
            Tally tally = lane.fleet().tally();
            add("p99", tally.latencies().millis(0.99));
            add("answers in ten seconds", tally.answers());
            answers += tally.answers();
            refused += tally.errors();
            tally.clear();
        });
        String metrics = api.get("/metrics");
        add("resident memory", lane.facts().rss() / 1048576.0);
        lane.facts().descriptors().ifPresent(open -> add("open descriptors", open));
        QUEUES.forEach(queue -> add(queue.name(), Api.metric(metrics, queue.metric())));
        System.out.println(latest());
    }

    private void add(String what, double value) {
        samples.computeIfAbsent(what, none -> new ArrayList<>()).add(value);
    }

    private String latest() {
        StringBuilder line = new StringBuilder();
        samples.forEach((what, values) -> line.append(what)
                .append(' ')
                .append(unit(what).text(values.getLast()))
                .append("  "));
        return line.toString();
    }

    private static Unit unit(String what) {
        return switch (what) {
            case "p99" -> Unit.MILLIS;
            case "resident memory" -> Unit.MIB;
            default -> Unit.COUNT;
        };
    }

    /** What still counts as flat. Latencies and queues breathe; memory and descriptors do not. */
    private static Goal goal(String what) {
        return switch (what) {
            case "answers in ten seconds" -> Goal.atLeast(0.9);
            case "resident memory", "open descriptors" -> Goal.atMost(1.1);
            default -> Goal.atMost(2);
        };
    }

    /** Below which nobody has to care. */
    private static double floor(String what) {
        return switch (what) {
            case "p99" -> 5;
            case "resident memory", "open descriptors", "answers in ten seconds" -> 1;
            default -> 200;
        };
    }
}

package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.scenario.ClosedLoop.Figures;

/**
 * Closed loops: the echo server, Heartbeats, and whole charging sessions, every answer after its commit. All servers of a
 * group run at the same time and take turns on the server's core.
 */
public final class Throughput implements Scenario {
    private static final int HEARTBEAT_STATIONS = 200;
    private static final String ECHO = "echo limit";
    private static final String HEARTBEAT = "heartbeat";

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        switch (setting.size()) {
            case QUICK -> small(setting, List.of(Database.Kind.SQLITE));
            case COMPARE -> small(setting, List.of(Database.Kind.values()));
            case FULL -> {
                heartbeats(setting);
                for (Version version : List.of(Version.V16, Version.V201)) {
                    sessions(setting, version);
                }
            }
        }
    }

    /** One group with everything that a ratio is made of. */
    private void small(Setting setting, List<Database.Kind> databases)
            throws IOException, InterruptedException, TimeoutException {
        List<Version> both = List.of(Version.V16, Version.V201);
        try (Turns turns = new Turns(setting)) {
            turns.add(ECHO, () -> Lane.echo(setting, HEARTBEAT_STATIONS));
            turns.add(HEARTBEAT, () -> Lane.heartbeats(setting, HEARTBEAT_STATIONS));
            for (Database.Kind database : databases) {
                for (Cards cards : Cards.values()) {
                    turns.add(sessions(database, cards), () -> Lane.sessions(setting, database, 200, both, cards));
                }
            }
            turns.measure(Duration.ofMillis(setting.quick() ? 1_500 : 3_000));
            report(setting, turns, ECHO, null);
            report(setting, turns, HEARTBEAT, null);
            ratio(setting, turns, HEARTBEAT, ECHO, Goal.atLeast(0.6));
            for (Database.Kind database : databases) {
                String own = sessions(database, Cards.OWN);
                String shared = sessions(database, Cards.SHARED);
                report(setting, turns, own, null);
                report(setting, turns, shared, null);
                ratio(setting, turns, own, HEARTBEAT, null);
                ratio(setting, turns, shared, own, Goal.atLeast(0.5));
            }
        }
    }

    private static String sessions(Database.Kind database, Cards cards) {
        return "sessions, " + database.words() + ", 200 stations" + words(cards);
    }

    private static String words(Cards cards) {
        return switch (cards) {
            case OWN -> "";
            case SHARED -> " with one card";
        };
    }

    private void heartbeats(Setting setting) throws IOException, InterruptedException, TimeoutException {
        try (Turns turns = new Turns(setting)) {
            turns.add(ECHO, () -> Lane.echo(setting, HEARTBEAT_STATIONS));
            turns.add(HEARTBEAT, () -> Lane.heartbeats(setting, HEARTBEAT_STATIONS));
            turns.measure(Duration.ofSeconds(10));
            report(setting, turns, ECHO, null);
            report(setting, turns, HEARTBEAT, null);
            ratio(setting, turns, HEARTBEAT, ECHO, Goal.atLeast(0.6));
        }
    }

    private void sessions(Setting setting, Version version) throws IOException, InterruptedException, TimeoutException {
        try (Turns turns = new Turns(setting)) {
            for (Database.Kind database : Database.Kind.values()) {
                add(setting, turns, version, database, 100, Cards.OWN);
                add(setting, turns, version, database, 100, Cards.SHARED);
                add(setting, turns, version, database, 1000, Cards.OWN);
            }
            turns.measure(Duration.ofSeconds(10));
            for (Database.Kind database : Database.Kind.values()) {
                String own = lane(version, database, 100, Cards.OWN);
                String shared = lane(version, database, 100, Cards.SHARED);
                report(setting, turns, own, null);
                report(setting, turns, shared, null);
                ratio(setting, turns, shared, own, Goal.atLeast(0.5));
                report(setting, turns, lane(version, database, 1000, Cards.OWN), Goal.atLeast(15_000));
            }
        }
    }

    private static void add(
            Setting setting, Turns turns, Version version, Database.Kind database, int stations, Cards cards)
            throws IOException, InterruptedException, TimeoutException {
        turns.add(
                lane(version, database, stations, cards),
                () -> Lane.sessions(setting, database, stations, List.of(version), cards));
    }

    private static String lane(Version version, Database.Kind database, int stations, Cards cards) {
        return "sessions %s, %s, %,d stations%s"
                .formatted(version.subprotocol(), database.words(), stations, words(cards));
    }

    /** @param goal of the messages a second; where there is one, p99 has its own */
    private static void report(Setting setting, Turns turns, String lane, @Nullable Goal goal) {
        Figure rate = Figure.of(lane, "answered", Unit.PER_SECOND, turns.each(lane, Figures::perSecond));
        Figure p99 = Figure.of(lane, "p99", Unit.MILLIS, turns.each(lane, Figures::p99Millis));
        Figure rss = Figure.of(lane, "resident memory", Unit.MIB, turns.each(lane, it -> it.rss() / 1048576.0));
        setting.report().add(goal == null ? rate : rate.goal(goal));
        setting.report().add(Figure.of(lane, "p50", Unit.MILLIS, turns.each(lane, Figures::p50Millis)));
        setting.report().add(Figure.of(lane, "p90", Unit.MILLIS, turns.each(lane, Figures::p90Millis)));
        setting.report().add(goal == null ? p99 : p99.goal(Goal.atMost(100)));
        setting.report().add(Figure.of(lane, "slowest", Unit.MILLIS, turns.each(lane, Figures::maxMillis)));
        setting.report()
                .add(Figure.of(lane, "server's time a message", Unit.MICROS, turns.each(lane, Figures::cpuMicros)));
        setting.report().add(rss);
        long failures = turns.failures(lane);
        setting.report()
                .add(Figure.of(lane, Fleet.FAILURES, Unit.COUNT, (double) failures)
                        .goal(Goal.atMost(0)));
        if (failures > 0) {
            setting.report()
                    .note("the first of each run: "
                            + turns.measured(lane).stream()
                                    .map(Figures::firstError)
                                    .toList());
        }
    }

    private static void ratio(Setting setting, Turns turns, String lane, String to, @Nullable Goal goal) {
        Figure ratio = Figure.of("ratios", lane + " of " + to, Unit.RATIO, turns.ratio(lane, to));
        setting.report().add(goal == null ? ratio : ratio.goal(goal));
    }
}

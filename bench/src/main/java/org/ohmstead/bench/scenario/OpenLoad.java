package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Cards;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Database;

/**
 * An open loop: charging sessions at a fixed rate, whatever the server does; latency counts from when a message was due.
 * Messages that were due and never left, because all stations still waited, are reported beside it.
 */
public final class OpenLoad implements Scenario {

    @Override
    public String name() {
        return "open";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        String name = "open loop, %,d messages a second".formatted(setting.rate());
        List<Version> both = List.of(Version.V16, Version.V201);
        try (Lane lane = Lane.sessions(setting, Database.Kind.SQLITE, setting.size(200, 1000), both, Cards.OWN)) {
            lane.fleet().loop();
            Thread.sleep(setting.warmUp());
            lane.fleet().rest();
            List<Double> p50 = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            List<Double> most = new ArrayList<>();
            List<Double> failures = new ArrayList<>();
            List<Double> behind = new ArrayList<>();
            for (int run = 0; run < setting.repeats(); run++) {
                Thread.sleep(Duration.ofSeconds(1));
                lane.fleet().clear();
                behind.add((double) lane.fleet().offer(setting.rate(), setting.seconds(4, 300)));
                failures.add((double) lane.fleet().failures());
                lane.fleet().onLoop(() -> {
                    var tally = lane.fleet().tally();
                    p50.add(tally.latencies().millis(0.5));
                    p99.add(tally.latencies().millis(0.99));
                    most.add(tally.latencies().maxMillis());
                });
            }
            setting.report().add(Figure.of(name, "p50", Unit.MILLIS, p50));
            setting.report().add(Figure.of(name, "p99", Unit.MILLIS, p99).goal(Goal.atMost(50)));
            setting.report().add(Figure.of(name, "slowest", Unit.MILLIS, most));
            setting.report()
                    .add(Figure.of(name, Fleet.FAILURES, Unit.COUNT, failures).goal(Goal.atMost(0)));
            setting.report()
                    .add(Figure.of(name, "due and never sent", Unit.COUNT, behind)
                            .goal(Goal.atMost(0)));
        }
    }
}

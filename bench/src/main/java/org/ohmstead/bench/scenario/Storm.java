package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Tally;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.Target;

/**
 * The server is killed and started again; its stations dial within a second after each failure, all at once. Time counts
 * from the start of the process until the last one was accepted again.
 */
public final class Storm implements Scenario {
    @Override
    public String name() {
        return "storm";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        int stations = setting.size(500, 10_000);
        String name = "reconnect storm, %,d stations".formatted(stations);
        List<Double> served = new ArrayList<>();
        List<Double> worst = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        try (Target target = setting.target()
                        .open(
                                setting.cores(),
                                Database.Kind.SQLITE,
                                "--unknown-stations=accept",
                                "--new-stations-per-hour=1000000");
                Fleet fleet = Fleet.tenacious(target.stations())) {
            target.server().start();
            fleet.connect(Fleets.heartbeats(0, stations, List.of(Version.V16, Version.V201)), Duration.ofMinutes(3));
            for (int run = 0; run < setting.repeats(); run++) {
                target.server().kill();
                while (fleet.booted() > 0) {
                    Thread.sleep(10);
                }
                Thread.sleep(Duration.ofSeconds(1));
                fleet.clear();
                long start = System.nanoTime();
                target.server().launch();
                fleet.awaitBooted(stations, Duration.ofMinutes(3));
                served.add((System.nanoTime() - start) / 1e9);
                fleet.onLoop(() -> {
                    Tally tally = fleet.tally();
                    worst.add(tally.boots().maxMillis() / 1000);
                    refused.add((double) (tally.turnedAway() + tally.errors() + tally.lost()));
                });
            }
        }
        setting.report()
                .add(Figure.of(name, "until all are served", Unit.SECONDS, served)
                        .goal(Goal.atMost(20)));
        setting.report().add(Figure.of(name, "slowest from dial to boot", Unit.SECONDS, worst));
        setting.report().add(Figure.of(name, "refused or cut off", Unit.COUNT, refused));
    }
}

package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;

/** A quiet day: each station has one session open and sends a reading every ten seconds. What the server takes of memory. */
public final class Charging implements Scenario {
    private static final int PERIOD = 10;

    @Override
    public String name() {
        return "charging";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        int stations = setting.size(200, 1000);
        String name = "%,d stations that charge".formatted(stations);
        try (Lane lane = Lane.charging(setting, stations, List.of(Version.V16, Version.V201))) {
            // Status, card, start: after three rounds everybody has a session.
            lane.fleet().offer(stations, Duration.ofSeconds(4));
            // Whoever was answered joins the end of the queue, so each has its turn once in a period.
            long behind = lane.fleet().offer(stations / PERIOD, setting.seconds(5, 120));
            double memory = lane.facts().rss() / 1048576.0;
            setting.report()
                    .add(Figure.of(name, "resident memory", Unit.MIB, memory).goal(Goal.atMost(300)));
            setting.report()
                    .add(Figure.of(name, "due and never sent", Unit.COUNT, behind)
                            .goal(Goal.atMost(0)));
            setting.report()
                    .add(Figure.of(
                                    name,
                                    Fleet.FAILURES,
                                    Unit.COUNT,
                                    lane.fleet().failures())
                            .goal(Goal.atMost(0)));
        }
    }
}

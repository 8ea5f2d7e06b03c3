package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.Target;

/**
 * From the start of the process to the first BootNotification that was accepted, by a station that tries again at once; and
 * resident memory at that moment. Once on a new database, with its migrations; then, but not
 * in the quick bench, on the one that is there.
 */
public final class Startup implements Scenario {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        try (Target target =
                setting.target().open(setting.cores(), Database.Kind.SQLITE, "--unknown-stations=accept")) {
            double first = seconds(target);
            setting.report()
                    .add(Figure.of("start", "to the first accepted boot, new database", Unit.SECONDS, first)
                            .goal(Goal.atMost(2.5)));
            if (!setting.quick()) {
                again(setting, target);
            }
            double memory = target.server().facts().rss() / 1048576.0;
            setting.report().add(Figure.of("start", "resident memory then", Unit.MIB, memory));
        }
    }

    private static void again(Setting setting, Target target)
            throws IOException, InterruptedException, TimeoutException {
        List<Double> starts = new ArrayList<>();
        for (int run = 0; run < setting.runs(); run++) {
            target.server().kill();
            starts.add(seconds(target));
        }
        setting.report()
                .add(Figure.of("start", "to the first accepted boot", Unit.SECONDS, starts)
                        .goal(Goal.atMost(2.5)));
    }

    private static double seconds(Target target) throws IOException, InterruptedException, TimeoutException {
        try (Fleet fleet = Fleet.impatient(target.stations())) {
            long start = System.nanoTime();
            target.server().launch();
            fleet.connect(Fleets.heartbeats(0, 1, List.of(Version.V16)), Duration.ofSeconds(60));
            return (System.nanoTime() - start) / 1e9;
        }
    }
}

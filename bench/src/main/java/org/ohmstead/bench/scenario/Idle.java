package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Database;
import org.ohmstead.bench.rig.OwnProcess;
import org.ohmstead.bench.rig.Target;

/**
 * Stations that are connected, booted and quiet, with a ping every two seconds. The live heap is what a class histogram
 * sums up after a full collection, less what the same server had without stations, divided by their number. Several load
 * processes, because one may have 20,000 sockets only.
 */
public final class Idle implements Scenario {
    private static final int IN_ONE_PROCESS = 5_000;
    private static final Duration PING = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        List<Integer> sizes = setting.size() != Setting.Size.FULL ? List.of(500) : List.of(5_000, 10_000, 19_000);
        List<OwnProcess> loads = new ArrayList<>();
        try (Target target = setting.target()
                .open(
                        setting.cores(),
                        Database.Kind.SQLITE,
                        "--unknown-stations=accept",
                        "--new-stations-per-hour=1000000",
                        "--ping-interval=" + PING.toSeconds() + "s")) {
            target.server().start();
            long empty = target.server().facts().liveHeap();
            int connected = 0;
            for (int size : sizes) {
                while (connected < size) {
                    int more = Math.min(IN_ONE_PROCESS, size - connected);
                    loads.add(stations(target, connected, more));
                    connected += more;
                }
                measure(setting, target, size, empty);
            }
        } finally {
            loads.forEach(OwnProcess::close);
        }
    }

    private static OwnProcess stations(Target target, int from, int count)
            throws IOException, InterruptedException, TimeoutException {
        OwnProcess load = OwnProcess.start(
                List.of("-Xmx1g"),
                List.of("stations-process", "--endpoint=" + target.stations(), "--from=" + from, "--count=" + count));
        load.awaitLine("ready ", Duration.ofMinutes(5));
        return load;
    }

    private static void measure(Setting setting, Target target, int size, long empty)
            throws IOException, InterruptedException {
        Thread.sleep(PING.multipliedBy(2));
        String name = "idle, %,d stations".formatted(size);
        List<Double> heap = new ArrayList<>();
        for (int run = 0; run < setting.repeats(); run++) {
            heap.add((target.server().facts().liveHeap() - empty) / 1024.0 / size);
        }
        setting.report()
                .add(Figure.of(name, "live heap a station", Unit.KIB, heap).goal(Goal.atMost(12)));
        setting.report()
                .add(Figure.of(
                        name,
                        "resident memory",
                        Unit.MIB,
                        target.server().facts().rss() / 1048576.0));
        long missing = size - target.server().connectedStations();
        setting.report()
                .add(Figure.of(name, "not connected any more", Unit.COUNT, missing)
                        .goal(Goal.atMost(0)));
    }
}

package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.OwnProcess;

/**
 * Many station links in one process, without sockets, so that the cost of a link is known past the number of sockets that
 * a process may have: each has answered a Heartbeat and is idle. Live heap by class histogram, less what the process had
 * before, divided by their number. The server's own objects for a connection come on top; see idle.
 */
public final class Links implements Scenario {
    @Override
    public String name() {
        return "links";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        int count = setting.size(20_000, 100_000);
        try (OwnProcess links = OwnProcess.start(List.of("-Xmx4g"), List.of("links-process", "--count=" + count))) {
            links.awaitLine("empty", Duration.ofSeconds(60));
            long empty = links.facts().liveHeap();
            links.say("go");
            links.awaitLine("open ", Duration.ofMinutes(3));
            long full = links.facts().liveHeap();
            String name = "links, %,d".formatted(count);
            setting.report()
                    .add(Figure.of(name, "live heap a link", Unit.KIB, (full - empty) / 1024.0 / count)
                            .goal(Goal.atMost(12)));
            setting.report()
                    .add(Figure.of(
                            name, "resident memory", Unit.MIB, links.facts().rss() / 1048576.0));
        }
    }
}

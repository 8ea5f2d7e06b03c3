package org.ohmstead.bench.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ohmstead.bench.load.Fleet;
import org.ohmstead.bench.load.Latencies;
import org.ohmstead.bench.load.Tally;
import org.ohmstead.bench.rig.ProcessFacts;

/** Stations that send their next message as soon as the last was answered: how many messages a second go through. */
public final class ClosedLoop {
    private ClosedLoop() {}

    /**
     * What was measured over some time.
     *
     * @param perSecond CALLs that were answered, a second
     * @param cpuMicros the server's time on its core, for each of them
     * @param rss the server's resident memory at the end, bytes
     */
    public record Figures(
            double perSecond,
            double p50Millis,
            double p90Millis,
            double p99Millis,
            double maxMillis,
            long errors,
            long lost,
            double cpuMicros,
            double cpuShare,
            long rss,
            @Nullable String firstError) {

        @Override
        public String toString() {
            return "%,8.0f msg/s  p50 %.1f ms  p90 %.1f ms  p99 %.1f ms  max %.1f ms  errors %d  lost %d  server %.1f µs/msg (%.0f %% of a core)  rss %d MiB%s"
                    .formatted(
                            perSecond,
                            p50Millis,
                            p90Millis,
                            p99Millis,
                            maxMillis,
                            errors,
                            lost,
                            cpuMicros,
                            100 * cpuShare,
                            rss >> 20,
                            firstError == null ? "" : "  first error: " + firstError);
        }
    }

    /** Lets a connected fleet loop, forgets the warm-up, and measures. */
    public static Figures measure(Fleet fleet, ProcessFacts server, Duration warmUp, Duration time)
            throws InterruptedException {
        fleet.loop();
        Thread.sleep(warmUp);
        fleet.clear();
        Duration cpuBefore = server.cpu();
        long start = System.nanoTime();
        Thread.sleep(time);
        Figures[] figures = new Figures[1];
        fleet.onLoop(() -> {
            double seconds = (System.nanoTime() - start) / 1e9;
            figures[0] = figures(fleet.tally(), seconds, server.cpu().minus(cpuBefore), server.rss());
        });
        fleet.rest();
        return figures[0];
    }

    private static Figures figures(Tally tally, double seconds, Duration cpu, long rss) {
        Latencies latencies = tally.latencies();
        double cpuMicros = cpu.toNanos() / 1e3;
        return new Figures(
                tally.answers() / seconds,
                latencies.millis(0.5),
                latencies.millis(0.9),
                latencies.millis(0.99),
                latencies.maxMillis(),
                tally.errors(),
                tally.lost(),
                cpuMicros / Math.max(1, tally.answers()),
                cpuMicros / 1e6 / seconds,
                rss,
                tally.firstError());
    }
}

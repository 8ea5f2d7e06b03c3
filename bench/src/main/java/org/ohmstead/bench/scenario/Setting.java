package org.ohmstead.bench.scenario;

import java.time.Clock;
import java.time.Duration;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.rig.Cores;
import org.ohmstead.bench.rig.TargetOptions;

/**
 * How a bench is run.
 *
 * @param quick all scenarios within two minutes, small
 * @param runs how often each figure is measured
 * @param rate of the open loop, messages a second
 */
public record Setting(
        TargetOptions target,
        Cores cores,
        Clock clock,
        Report report,
        boolean quick,
        int runs,
        int rate,
        Volume volume) {
    /** What the queries' database is filled with; 0: by the size of the run. */
    public record Volume(long sessions, long readings) {
        long sessions(boolean quick) {
            return sessions > 0 ? sessions : quick ? 20_000 : 1_000_000;
        }

        long readings(boolean quick) {
            return readings > 0 ? readings : quick ? 200_000 : 50_000_000;
        }
    }

    /** How often is measured what does not stand in a ratio: once in the quick bench. */
    int repeats() {
        return quick ? 1 : runs;
    }

    /** One of two sizes. */
    int size(int small, int full) {
        return quick ? small : full;
    }

    /** One of two lengths of time. */
    Duration seconds(int small, int full) {
        return Duration.ofSeconds(size(small, full));
    }
}

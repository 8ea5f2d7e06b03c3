package org.ohmstead.bench.scenario;

import java.time.Clock;
import java.time.Duration;
import org.ohmstead.bench.report.Report;
import org.ohmstead.bench.rig.Cores;
import org.ohmstead.bench.rig.TargetOptions;

/**
 * How a bench is run.
 *
 * @param size how much is measured, and how long
 * @param runs how often each figure is measured
 * @param rate of the open loop, messages a second
 */
public record Setting(
        TargetOptions target, Cores cores, Clock clock, Report report, Size size, int runs, int rate, Volume volume) {

    /** Each is larger than the one before. */
    public enum Size {
        /** Everything small, within two minutes. */
        QUICK,
        /** What ratios are made of, small but warm, so that they can be held against those of another day. */
        COMPARE,
        /** As the figures are published. */
        FULL
    }

    /** What the queries' database is filled with; 0: by the size of the run. */
    public record Volume(long sessions, long readings) {
        long sessions(Size size) {
            return sessions > 0 ? sessions : size != Size.FULL ? 20_000 : 1_000_000;
        }

        long readings(Size size) {
            return readings > 0 ? readings : size != Size.FULL ? 200_000 : 50_000_000;
        }
    }

    boolean quick() {
        return size == Size.QUICK;
    }

    /** How often is measured what does not stand in a ratio: once in the quick bench. */
    int repeats() {
        return size == Size.FULL ? runs : 1;
    }

    /** How long a server runs before it is measured: its JVM compiles on the same core, a third of it for a minute. */
    Duration warmUp() {
        return Duration.ofSeconds(
                switch (size) {
                    case QUICK -> 3;
                    case COMPARE -> 45;
                    case FULL -> 75;
                });
    }

    /** One of two sizes. */
    int size(int small, int full) {
        return size == Size.FULL ? full : small;
    }

    /** One of two lengths of time. */
    Duration seconds(int small, int full) {
        return Duration.ofSeconds(size(small, full));
    }
}

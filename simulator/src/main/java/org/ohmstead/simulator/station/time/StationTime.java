package org.ohmstead.simulator.station.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock that a station believes in. All timestamps it sends and all intervals it keeps are of this time, which may run
 * faster than ours; only time-outs of CALLs are real time.
 */
public interface StationTime {
    Instant now();

    /** Runs a task once after a delay of station time, on a thread that may block. */
    Timer after(Duration delay, Runnable task);

    /** A task that may be called off. */
    @FunctionalInterface
    interface Timer {
        Timer NONE = () -> {};

        void cancel();
    }
}

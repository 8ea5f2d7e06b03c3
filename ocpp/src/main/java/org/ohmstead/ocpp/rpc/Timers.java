package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The stop-watch and the alarms of the links; one for all of them. */
public interface Timers {
    /** A count of nanoseconds of which only differences mean something. */
    long nanos();

    /** Runs a task once, after a delay, on a thread that must not be blocked. */
    Alarm after(Duration delay, Runnable task);

    /** A task that may be called off. */
    @FunctionalInterface
    interface Alarm {
        void cancel();
    }

    /** Real time. The executor should remove cancelled tasks, or they stay in memory until their hour. */
    static Timers of(ScheduledExecutorService executor) {
        return new Timers() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Alarm after(Duration delay, Runnable task) {
                Future<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> scheduled.cancel(false);
            }
        };
    }
}

package org.ohmstead.simulator.station.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Our time, or a faster one: at speed 60 a station lives through an hour in a minute. */
public final class ScaledTime implements StationTime {
    private final Clock clock;
    private final double speed;
    private final Instant realStart;
    private final Instant stationStart;
    private final ScheduledExecutorService alarms;
    private final Executor workers;

    /**
     * @param startAt the station's time at this moment; null: ours
     */
    public ScaledTime(
            Clock clock, double speed, @Nullable Instant startAt, ScheduledExecutorService alarms, Executor workers) {
        this.clock = clock;
        this.speed = speed;
        this.realStart = clock.instant();
        this.stationStart = startAt == null ? realStart : startAt;
        this.alarms = alarms;
        this.workers = workers;
    }

    @Override
    public Instant now() {
        Duration passed = Duration.between(realStart, clock.instant());
        Duration scaled = speed == 1 ? passed : Duration.ofNanos((long) (passed.toNanos() * speed));
        return stationStart.plus(scaled).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        long nanos = Math.max(0, (long) (delay.toNanos() / speed));
        try {
            ScheduledFuture<?> alarm = alarms.schedule(() -> workers.execute(task), nanos, TimeUnit.NANOSECONDS);
            return () -> alarm.cancel(false);
        } catch (RejectedExecutionException ending) {
            // The process ends: what was to happen later never will.
            return Timer.NONE;
        }
    }
}

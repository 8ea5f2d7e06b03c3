package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when the test says so. */
final class ManualTimers implements Timers {
    private long now;
    private final List<Scheduled> scheduled = new ArrayList<>();

    private record Scheduled(long at, Runnable task) {}

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        Scheduled one = new Scheduled(now + delay.toNanos(), task);
        scheduled.add(one);
        return () -> cancel(one);
    }

    synchronized int pending() {
        return scheduled.size();
    }

    void advance(Duration time) {
        List<Scheduled> due;
        synchronized (this) {
            now += time.toNanos();
            due = scheduled.stream()
                    .filter(one -> one.at() <= now)
                    .sorted(Comparator.comparingLong(Scheduled::at))
                    .toList();
            scheduled.removeAll(due);
        }
        due.forEach(one -> one.task().run());
    }

    private synchronized void cancel(Scheduled one) {
        scheduled.remove(one);
    }
}

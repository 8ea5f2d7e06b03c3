package org.ohmstead.simulator.station.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A time that stands until somebody moves it: for tests that want an hour of charging at once, the same each time. */
public final class ManualTime implements StationTime {
    private record Task(Instant due, long order, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::order));
    private Instant now;
    private long order;

    public ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Task added = new Task(now.plus(delay), order++, task);
        tasks.add(added);
        return () -> cancel(added);
    }

    /** Lets time pass, and runs what falls due in its order and at its time, on the caller's thread. */
    public void advance(Duration by) {
        Instant end = now().plus(by);
        for (Task next = next(end); next != null; next = next(end)) {
            next.work().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized @Nullable Task next(Instant end) {
        Task first = tasks.peek();
        if (first == null || first.due().isAfter(end)) {
            return null;
        }
        tasks.poll();
        now = first.due().isAfter(now) ? first.due() : now;
        return first;
    }

    /** Whether a task waits for just this time. */
    public synchronized boolean isAwaited(Instant time) {
        return tasks.stream().anyMatch(task -> task.due().equals(time));
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }
}

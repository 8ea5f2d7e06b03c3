package org.ohmstead.db.lanes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a lane, and whose turn it is: who came first, unless a unit of its station has kept the lane for long. Then the
 * station waits for a while, as long as others are there, and its units come one by one, each in a transaction of its own: who
 * is slow makes nobody else slow. Of one station the order stays.
 */
final class LaneSchedule {
    /** What a unit with a few statements never takes, but for the first ones after a start. */
    static final Duration LONG = Duration.ofMillis(20);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration LONGEST_LINGER = Duration.ofMillis(3);
    /** So that a station has a quarter of the lane at most, where others want it. */
    private static final int WAIT_PER_WORK = 3;

    private static final int MOST_REMEMBERED = 1_000;
    /** Where a database is far away, every unit takes long; only one that takes far longer than others is slow. */
    private static final int FAR_LONGER = 8;

    private static final int MEAN_OF = 64;
    /** So far back it is looked whether a station's time has come; behind that many, one waits a little more. */
    private static final int LOOKED_THROUGH = 256;

    private final int most;
    private final LongSupplier nanos;
    private final BlockingQueue<Unit<?>> queue;
    /** The lane's thread alone has these. */
    private final Map<Long, Long> notBefore = new HashMap<>();

    private final Deque<Unit<?>> held = new ArrayDeque<>();
    private final Map<Long, Integer> heldOf = new HashMap<>();
    private volatile int heldNow;
    private long mean;

    /**
     * @param most how many make a batch at most
     * @param room how many may wait
     * @param nanos as {@link System#nanoTime()} tells them
     */
    LaneSchedule(int most, int room, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.queue = new ArrayBlockingQueue<>(room);
    }

    boolean offer(Unit<?> unit, Duration patience) throws InterruptedException {
        return queue.offer(unit, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @return whether it still waited, and does so no more */
    boolean remove(Unit<?> unit) {
        return queue.remove(unit);
    }

    int size() {
        return queue.size() + heldNow;
    }

    /** Takes all that waits. By the lane's thread, or once that has ended. */
    void drainTo(Collection<Unit<?>> all) {
        all.addAll(held);
        held.clear();
        heldOf.clear();
        heldNow = 0;
        queue.drainTo(all);
    }

    /**
     * Takes those whose turn it is; waits a moment where there are none. Those whom the last commit woke are about to ask again:
     * where they were many, the half of them is waited for, but no longer than that commit took. Else every other flush would be
     * spent on the few who came first.
     *
     * @param company    how many were in the last batch
     * @param lastCommit how long its commit took, in nanoseconds
     */
    void gather(List<Unit<?>> batch, int company, long lastCommit) throws InterruptedException {
        Unit<?> due = due();
        if (due != null) {
            batch.add(release(due));
            return;
        }
        add(batch, held.isEmpty() ? queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS) : queue.poll());
        drain(batch);
        long until = System.nanoTime() + Math.min(lastCommit, LONGEST_LINGER.toNanos());
        while (!batch.isEmpty() && batch.size() < company / 2) {
            Unit<?> next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            add(batch, next);
            drain(batch);
        }
        if (batch.isEmpty() && !held.isEmpty()) {
            batch.add(release(held.element())); // nobody else is there
        }
    }

    private void drain(List<Unit<?>> batch) {
        if (notBefore.isEmpty()) {
            queue.drainTo(batch, most - batch.size());
            return;
        }
        Unit<?> next = null;
        while (batch.size() < most && (next = queue.poll()) != null) {
            add(batch, next);
        }
    }

    private void add(List<Unit<?>> batch, @Nullable Unit<?> unit) {
        if (unit == null) {
            return;
        }
        if (!notBefore.isEmpty() && (heldOf.containsKey(unit.station()) || !isDue(unit))) {
            held.add(unit);
            heldOf.merge(unit.station(), 1, Integer::sum);
            heldNow = held.size();
        } else {
            batch.add(unit);
        }
    }

    /** The first unit of the first station whose time has come. */
    private @Nullable Unit<?> due() {
        Set<Long> seen = new HashSet<>();
        int looked = 0;
        for (Unit<?> unit : held) {
            if (++looked > LOOKED_THROUGH) {
                break;
            }
            if (seen.add(unit.station()) && isDue(unit)) {
                return unit;
            }
        }
        return null;
    }

    private Unit<?> release(Unit<?> unit) {
        held.remove(unit); // the first of its station, and so found first
        heldOf.computeIfPresent(unit.station(), (station, units) -> units == 1 ? null : units - 1);
        heldNow = held.size();
        return unit;
    }

    private boolean isDue(Unit<?> unit) {
        Long until = notBefore.get(unit.station());
        return until == null || until - nanos.getAsLong() <= 0;
    }

    /** A unit of the station has kept the lane for so long. */
    void ran(long station, long worked) {
        long far = FAR_LONGER * mean;
        boolean isLong = worked >= Math.max(LONG.toNanos(), far);
        mean += (Math.min(worked, Math.max(FAR_LONGER * LONG.toNanos(), far)) - mean) / MEAN_OF;
        if (!isLong) {
            return;
        }
        if (notBefore.size() >= MOST_REMEMBERED) {
            forgetThoseDue();
        }
        notBefore.put(station, nanos.getAsLong() + Math.min(WAIT_PER_WORK * worked, LONGEST_WAIT.toNanos()));
    }

    private void forgetThoseDue() {
        for (Iterator<Long> all = notBefore.values().iterator(); all.hasNext(); ) {
            if (all.next() - nanos.getAsLong() <= 0) {
                all.remove();
            }
        }
    }
}

package org.ohmstead.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a listener failed to take, with the later events of the same stations, and when each is to be tried again. */
final class HeldEvents {
    /** So many are kept apart at most; then the listener itself waits. */
    static final int MOST = 1000;

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 20;

    /** Those of one station, in their order. The first one failed; the others have not been tried. */
    final class Line {
        private final Deque<HeldEvent> events = new ArrayDeque<>();
        private int tries;
        private int faults;
        private long due = System.nanoTime();

        HeldEvent first() {
            return events.element();
        }

        boolean isEmpty() {
            return events.isEmpty();
        }

        /** How often the first one was at fault so far. */
        int faults() {
            return faults;
        }

        void removeFirst() {
            events.remove();
            tries = 0;
            faults = 0;
            count.decrementAndGet();
        }

        /** It comes again later. @param fault whether that counts */
        void failed(boolean fault) {
            faults += fault ? 1 : 0;
            Duration wait = firstRetry.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
            tries++;
            due = System.nanoTime() + (wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY).toNanos();
        }
    }

    private final Duration firstRetry;
    private final Map<@Nullable Long, Line> lines = new HashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Instant oldest;

    HeldEvents(Duration firstRetry) {
        this.firstRetry = firstRetry;
    }

    /** Those that an earlier time has left, to be tried at once. */
    void begin(List<HeldEvent> left) {
        lines.clear();
        count.set(0);
        oldest = null;
        left.forEach(this::add);
    }

    boolean holds(@Nullable Long station) {
        return lines.containsKey(station);
    }

    /** @return the line that it stands in now */
    Line add(HeldEvent held) {
        Line line = lines.computeIfAbsent(held.event().station(), station -> new Line());
        line.events.add(held);
        count.incrementAndGet();
        Instant first = oldest;
        if (first == null || held.event().createdAt().isBefore(first)) {
            oldest = held.event().createdAt();
        }
        return line;
    }

    List<Line> due() {
        List<Line> due = new ArrayList<>();
        for (Line line : lines.values()) {
            if (line.due - System.nanoTime() <= 0) {
                due.add(line);
            }
        }
        return due;
    }

    /** Forgets lines whose events have all gone. */
    void tidy() {
        lines.values().removeIf(Line::isEmpty);
        look();
    }

    private void look() {
        oldest = lines.values().stream()
                .filter(line -> !line.isEmpty())
                .map(line -> line.first().event().createdAt())
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** In nanoseconds, if that is less. */
    long untilNext(long most) {
        long now = System.nanoTime();
        long next = most;
        for (Line line : lines.values()) {
            next = Math.min(next, line.due - now);
        }
        return Math.max(0, next);
    }

    boolean isFull() {
        return count.get() >= MOST;
    }

    int size() {
        return count.get();
    }

    /** When the oldest of them was stored. */
    Optional<Instant> oldest() {
        return Optional.ofNullable(oldest);
    }
}

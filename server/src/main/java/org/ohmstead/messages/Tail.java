package org.ohmstead.messages;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who watches messages as they come and go. Who is too slow misses some, and is told how many. */
public final class Tail implements AutoCloseable {
    private static final int WAITING = 1_000;

    private final MessageFilter filter;
    private final Consumer<Tail> onClose;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong missed = new AtomicLong();
    private volatile boolean closed;

    Tail(MessageFilter filter, Consumer<Tail> onClose) {
        this.filter = filter;
        this.onClose = onClose;
    }

    void offer(Entry entry) {
        if (filter.matches(entry) && !queue.offer(entry)) {
            missed.incrementAndGet();
        }
    }

    /** The next message, passwords still in it; null: none came in time, or the tail is closed. */
    @Nullable
    Entry next(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!closed && System.nanoTime() - end < 0) {
            Entry next = queue.poll(Math.min(200, patience.toMillis()), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    /** How many were missed since this was last asked. */
    long missed() {
        return missed.getAndSet(0);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }
}

package org.ohmstead.messagelog;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One who watches messages as they come and go. Who is too slow misses some, and is told how many. What waits is bounded by its
 * size, for each and for all together: frames may be large.
 */
public final class Tail implements AutoCloseable {
    private static final int WAITING = 1_000;

    /** Characters that wait for one; a single message may have more. */
    static final long MOST_OF_ONE = 1 << 20;

    private final MessageFilter filter;
    private final Room room;
    private final Consumer<Tail> onClose;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>(WAITING);
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private volatile boolean closed;

    /** Counted until the next one is taken. */
    private final AtomicReference<@Nullable Entry> taken = new AtomicReference<>();

    /** For all tails together. */
    static final class Room {
        private final long most;
        private final AtomicLong used = new AtomicLong();

        /** @param most characters */
        Room(long most) {
            this.most = most;
        }

        long used() {
            return used.get();
        }
    }

    Tail(MessageFilter filter, Room room, Consumer<Tail> onClose) {
        this.filter = filter;
        this.room = room;
        this.onClose = onClose;
    }

    void offer(Entry entry) {
        if (!filter.matches(entry)) {
            return;
        }
        long size = size(entry);
        boolean fits = add(size);
        if (!fits || closed || !queue.offer(entry)) {
            add(-size);
            missed.incrementAndGet();
        } else if (closed) {
            discard(); // it was closed meanwhile, and nobody reads any more
        }
    }

    /** @return whether there is room for it; it is counted in any case */
    private boolean add(long size) {
        long mine = waiting.addAndGet(size);
        long all = room.used.addAndGet(size);
        return (mine <= MOST_OF_ONE || mine == size) && all <= room.most;
    }

    private static long size(Entry entry) {
        return MessageLog.size(entry);
    }

    /** The next message, passwords still in it; null: none came in time, or the tail is closed. */
    @Nullable
    Entry next(Duration patience) throws InterruptedException {
        release();
        long end = System.nanoTime() + patience.toNanos();
        while (!closed && System.nanoTime() - end < 0) {
            Entry next = queue.poll(Math.min(200, patience.toMillis()), TimeUnit.MILLISECONDS);
            if (next != null) {
                taken.set(next);
                return next;
            }
        }
        return null;
    }

    private void release() {
        Entry last = taken.getAndSet(null);
        if (last != null) {
            add(-size(last));
        }
    }

    /** How many were missed since this was last asked. */
    long missed() {
        return missed.getAndSet(0);
    }

    boolean isClosed() {
        return closed;
    }

    private void discard() {
        for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
            add(-size(entry));
        }
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
        discard();
        release();
    }
}

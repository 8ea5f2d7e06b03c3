package org.ohmstead.bench.socket;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One thread that waits for sockets, timers and tasks; what it runs must not block. */
public final class EventLoop implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private long timersMade;
    private volatile boolean closed;

    /** Among those of one moment the older comes first. */
    private record Timer(long due, long number, Runnable what) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(due, other.due);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** What is told that its socket can be read or written. */
    interface Ready {
        void ready(SelectionKey key);
    }

    public EventLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name("load").daemon().start(this::run);
    }

    /** Runs something on the loop, from any thread. */
    public void execute(Runnable what) {
        tasks.add(what);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /**
     * Runs something on the loop and waits for it; not to be called on the loop.
     *
     * @throws IllegalStateException when the loop has ended, by {@link #close} or because something it ran failed
     */
    public void await(Runnable what) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        execute(() -> {
            what.run();
            done.countDown();
        });
        while (!done.await(100, TimeUnit.MILLISECONDS)) {
            if (!thread.isAlive() && done.getCount() > 0) {
                throw new IllegalStateException("the load's event loop has ended; what it failed with is above");
            }
        }
    }

    /** Runs something after a while. To be called on the loop. */
    public void after(long millis, Runnable what) {
        timers.add(new Timer(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), timersMade++, what));
    }

    Selector selector() {
        return selector;
    }

    /** For whoever reads right now. */
    ByteBuffer in() {
        return in;
    }

    /** For whoever writes right now. */
    ByteBuffer out() {
        return out;
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(key -> ((Ready) key.attachment()).ready(key), patience(System.nanoTime()));
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                runTimers();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (ClosedSelectorException | IOException e) {
            throw new IllegalStateException("the load's event loop broke", e);
        }
    }

    /** Milliseconds until the next timer, and 1 at least, since 0 would be for ever. */
    private long patience(long now) {
        Timer next = timers.peek();
        if (!tasks.isEmpty()) {
            return 1;
        }
        return next == null ? 100 : Math.clamp(TimeUnit.NANOSECONDS.toMillis(next.due - now), 1, 100);
    }

    private void runTimers() {
        long now = System.nanoTime();
        for (Timer next = timers.peek(); next != null && next.due <= now; next = timers.peek()) {
            timers.remove();
            next.what.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

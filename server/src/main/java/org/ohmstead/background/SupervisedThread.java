package org.ohmstead.background;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does not die of its work: what the work throws is logged and shown by health, and after a pause the work
 * begins anew. The work returns when it is over, which its owner tells it, after {@link #stop()}.
 */
public final class SupervisedThread {
    private static final Logger LOG = System.getLogger(SupervisedThread.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Work that has gone on for as long has recovered. */
    private static final Duration STEADY = Duration.ofSeconds(30);

    /** What the thread does, from the beginning to the end. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    /**
     * How a thread is.
     *
     * @param running     false: it has failed and not begun again yet
     * @param failures    how often it has failed since the start
     * @param lastFailure what it failed of last; null: it never did
     * @param failingFor  since the first of the failures that have followed one another; zero: it goes on steadily
     */
    public record State(
            String name,
            boolean running,
            long failures,
            @Nullable String lastFailure,
            Duration failingFor) {}

    private final String name;
    private final Work work;
    private final Thread thread;
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable Throwable lastFailure;
    private volatile boolean running = true;
    private volatile boolean stopped;
    private volatile boolean unsteady;
    private volatile long unsteadySince;
    private volatile long begunAt;

    private SupervisedThread(String name, Thread.Builder kind, Work work) {
        this.name = name;
        this.work = work;
        this.begunAt = System.nanoTime();
        this.thread = kind.name(name).unstarted(this::run);
    }

    /** For work that never ends and is often busy. Does not keep the process alive. */
    public static SupervisedThread platform(String name, Work work) {
        return new SupervisedThread(name, Thread.ofPlatform().daemon(), work).started();
    }

    /** For work that mostly waits. */
    public static SupervisedThread virtual(String name, Work work) {
        return new SupervisedThread(name, Thread.ofVirtual(), work).started();
    }

    private SupervisedThread started() {
        thread.start();
        return this;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!doneOrFailed()) {
            pause = isSteady() ? FIRST_PAUSE : pause;
            running = false;
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            begunAt = System.nanoTime();
            running = true;
        }
    }

    /** A door: whatever the work throws, a thread that is gone would be the worse end. @return whether it is over */
    private boolean doneOrFailed() {
        try {
            work.run();
            return true;
        } catch (Throwable e) {
            if (stopped) {
                LOG.log(Level.DEBUG, name + " ended in the middle of its work", e);
                return true;
            }
            if (!unsteady || isSteady()) {
                unsteadySince = System.nanoTime();
            }
            lastFailure = e;
            unsteady = true;
            failures.incrementAndGet();
            LOG.log(Level.ERROR, "The thread " + name + " has failed; it begins anew", e);
            return false;
        }
    }

    private boolean isSteady() {
        return System.nanoTime() - begunAt >= STEADY.toNanos();
    }

    /** Ends early when the thread is told to stop. */
    private void rest(Duration pause) {
        Thread.interrupted(); // what it failed of perhaps, and the next work does not know of
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !stopped; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    public State state() {
        Throwable last = lastFailure;
        boolean up = running && thread.isAlive();
        boolean failing = unsteady && !(up && isSteady());
        return new State(
                name,
                up,
                failures.get(),
                last == null ? null : last.toString().lines().findFirst().orElse(""),
                failing ? Duration.ofNanos(System.nanoTime() - unsteadySince) : Duration.ZERO);
    }

    /** Whether it is this thread that asks. */
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Ends a wait of {@link LockSupport#parkNanos}. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /** From now on a failure is the end. The owner has told the work before that it is over. */
    public void stop() {
        stopped = true;
        wake();
    }

    /** {@link #stop()}, and ends what the work waits for. */
    public void interrupt() {
        stopped = true;
        thread.interrupt();
    }

    /** Waits for the end, however long it takes; an interrupt is kept for later. */
    public void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether it has ended within that time */
    public boolean join(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.ohmstead.tokens;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Starts that were accepted and are not on disk yet, counted by what they use up, so that a limit holds although nobody waits
 * for the disk to decide. Who asks waits only where the answer hangs on a start that is being written: then for that one, and
 * all who wait go on at once. Knows only what happens in this process.
 *
 * @param <K> what is used up
 */
final class PendingStarts<K> {
    /** Of one key. It lives as long as somebody asks, so that its counts only grow while they are compared. */
    private static final class Counts {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition change = lock.newCondition();
        private int asking;
        private long begun;
        private long ended;
    }

    private final ConcurrentMap<K, Counts> counts = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long a start that is being written is waited for; then it counts as one that runs */
    PendingStarts(Duration patience) {
        this.patience = patience;
    }

    /** Somebody asks for a key; to be closed when what follows from the answer is on disk, or has failed. */
    Asking ask(K key) {
        return new Asking(key);
    }

    /** From the question until its answer is written. */
    final class Asking implements AutoCloseable {
        private final K key;
        private final Counts own;
        private boolean accepted;

        private Asking(K key) {
            this.key = key;
            this.own = counts.compute(key, (same, known) -> {
                Counts one = known == null ? new Counts() : known;
                one.asking++;
                return one;
            });
        }

        /**
         * Whether one more may begin; if so it counts from now on.
         *
         * @param most    how many there may be at once
         * @param running counts those that are on disk
         */
        boolean begin(int most, IntSupplier running) {
            long deadline = System.nanoTime() + patience.toNanos();
            while (true) {
                long begun;
                long ended;
                own.lock.lock();
                try {
                    begun = own.begun;
                    ended = own.ended;
                } finally {
                    own.lock.unlock();
                }
                int onDisk = running.getAsInt();
                if (onDisk >= most) {
                    return false;
                }
                own.lock.lock();
                try {
                    // Whatever came to disk since it was counted was under way then, or has begun since.
                    if (onDisk + own.begun - ended < most) {
                        own.begun++;
                        accepted = true;
                        return true;
                    }
                    if (own.begun == begun && !hasEnded(ended, deadline)) {
                        return false;
                    }
                } finally {
                    own.lock.unlock();
                }
            }
        }

        /** Waits until one more has ended. @return false: none has, for too long */
        private boolean hasEnded(long before, long deadline) {
            try {
                while (own.ended == before) {
                    if (own.change.awaitNanos(deadline - System.nanoTime()) <= 0) {
                        return false;
                    }
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            if (accepted) {
                own.lock.lock();
                try {
                    own.ended++;
                    own.change.signalAll();
                } finally {
                    own.lock.unlock();
                }
            }
            counts.computeIfPresent(key, (same, known) -> --known.asking == 0 ? null : known);
        }
    }
}

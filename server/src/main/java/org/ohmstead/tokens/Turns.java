package org.ohmstead.tokens;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets those who want the same thing have it one after the other, but nobody for longer than the patience: then both go on, as
 * if nobody had asked. Knows only what happens in this process.
 *
 * @param <K> the thing
 */
final class Turns<K> {
    private final ConcurrentMap<K, CountDownLatch> underWay = new ConcurrentHashMap<>();
    private final Duration patience;

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** A turn that is over when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for the turns of others, at most as long as the patience lasts. */
    Turn take(K key) {
        CountDownLatch mine = new CountDownLatch(1);
        long deadline = System.nanoTime() + patience.toNanos();
        CountDownLatch other = underWay.putIfAbsent(key, mine);
        while (other != null && isOver(other, deadline)) {
            other = underWay.putIfAbsent(key, mine);
        }
        return () -> {
            underWay.remove(key, mine);
            mine.countDown();
        };
    }

    private static boolean isOver(CountDownLatch other, long deadline) {
        try {
            return other.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

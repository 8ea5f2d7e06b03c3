package org.ohmstead.partners;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What waits for one reader of the feed. It is bounded: a slow one slows nobody else, and is cut off. */
final class FeedReader {
    static final int MOST_WAITING = 1_000;

    private final BlockingQueue<FeedMessage> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean tooSlow;

    void offer(FeedMessage message) {
        if (!waiting.offer(message)) {
            tooSlow = true;
        }
    }

    /** The next message; null: none came in time. */
    @Nullable
    FeedMessage next(Duration patience) throws InterruptedException {
        return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it has missed something. */
    boolean isTooSlow() {
        return tooSlow;
    }
}

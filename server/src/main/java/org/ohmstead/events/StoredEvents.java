package org.ohmstead.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that are kept, for readers who come and go: each knows itself where it is. What is new is read once for all of them
 * and for the listeners of this node.
 */
public final class StoredEvents {
    private final SqlOutbox outbox;
    private volatile @Nullable EventFeed feed;
    private long news;

    StoredEvents(SqlOutbox outbox) {
        this.outbox = outbox;
    }

    void begin(EventFeed begun) {
        feed = begun;
        news();
    }

    synchronized void news() {
        news++;
        notifyAll();
    }

    /** To be asked before {@link #after}, for {@link #await}. */
    public synchronized long seen() {
        return news;
    }

    /** Blocks until there may be more than there was when this was seen, but not longer than that. */
    public synchronized void await(long seen, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); news == seen && left > 0; left = millisUntil(end)) {
            wait(left);
        }
    }

    private static long millisUntil(long end) {
        return Duration.ofNanos(end - System.nanoTime()).toMillis();
    }

    /** The number of the newest event, as far as this node has seen; it may know of it a moment later than the database. */
    public long newest() {
        EventFeed reading = feed;
        return reading == null ? outbox.head() : reading.upTo();
    }

    /** The number of the newest event that there is. */
    public long head() {
        return outbox.head();
    }

    /** The number behind which every event is still there. */
    public long floor() {
        return outbox.floor();
    }

    /** Some rows with events behind that number, in their order; none: this node knows of none yet. */
    public List<EventBatch> after(long position) {
        EventFeed reading = feed;
        return reading == null || position > reading.upTo() ? List.of() : reading.after(position);
    }

    /** The rows with an event before that number, the newest first. */
    public List<EventBatch> before(long number, int most) {
        return outbox.before(number, most);
    }

    /** The number of the first event that was stored then or later; one behind the newest: there is none. */
    public long firstFrom(Instant time) {
        return outbox.firstFrom(time);
    }
}

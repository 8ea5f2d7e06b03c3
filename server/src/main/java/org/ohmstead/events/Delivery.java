package org.ohmstead.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.StoreUnavailable;

/**
 * Hands events to one listener, on a thread of its own. A failure holds back the later events of the same station
 * only, so that their order stays; they come again after a while that doubles.
 */
final class Delivery implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Delivery.class.getName());
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);
    private static final long IDLE_NANOS = Duration.ofMillis(200).toNanos();

    /** The events of one station that wait behind one that failed. */
    private static final class Stuck {
        private final Deque<PendingDelivery> events = new ArrayDeque<>();
        private int attempts;
        private long due;
    }

    private final EventListener listener;
    private final EventSettings settings;
    private final BlockingQueue<PendingDelivery> queue = new LinkedBlockingQueue<>(); // bounded by the relay's window
    private final Map<@Nullable Long, Stuck> stuck = new HashMap<>();
    private final AtomicLong abandoned = new AtomicLong();
    private final SupervisedThread thread;
    private volatile boolean closed;

    Delivery(EventListener listener, EventSettings settings) {
        this.listener = listener;
        this.settings = settings;
        this.thread = SupervisedThread.virtual("events-" + name(), this::run);
    }

    void take(PendingDelivery owed) {
        queue.add(owed);
    }

    /** Events that the listener never took, however often it was tried. */
    long abandoned() {
        return abandoned.get();
    }

    private void run() throws InterruptedException {
        while (!closed) {
            PendingDelivery next = queue.poll(untilNextRetry(), TimeUnit.NANOSECONDS);
            if (next != null) {
                deliver(next);
            }
            retryWhatIsDue();
        }
    }

    private long untilNextRetry() {
        long now = System.nanoTime();
        long next = IDLE_NANOS;
        for (Stuck each : stuck.values()) {
            next = Math.min(next, each.due - now);
        }
        return Math.max(0, next);
    }

    private void deliver(PendingDelivery owed) {
        Stuck behind = stuck.get(owed.event().station());
        if (behind != null) {
            behind.events.add(owed);
        } else if (!taken(owed, 1)) {
            Stuck held = new Stuck();
            held.events.add(owed);
            held.attempts = 1;
            held.due = System.nanoTime() + settings.firstRetry().toNanos();
            stuck.put(owed.event().station(), held);
        }
    }

    private void retryWhatIsDue() {
        for (Iterator<Stuck> all = stuck.values().iterator(); all.hasNext(); ) {
            Stuck each = all.next();
            if (each.due - System.nanoTime() <= 0) {
                retry(each);
                if (each.events.isEmpty()) {
                    all.remove();
                }
            }
        }
    }

    private void retry(Stuck held) {
        while (!closed && !held.events.isEmpty()) {
            if (!taken(held.events.element(), held.attempts + 1)) {
                held.attempts++;
                int doublings = Math.min(held.attempts - 1, 20);
                Duration wait = settings.firstRetry().multipliedBy(1L << doublings);
                held.due = System.nanoTime() + (wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY).toNanos();
                return;
            }
            held.events.remove();
            held.attempts = 0;
        }
    }

    /** A door: whatever a listener throws, the event comes again. @return whether it needs no further attempt */
    private boolean taken(PendingDelivery owed, int attempt) {
        StoredEvent event = owed.event();
        try {
            listener.on(event);
        } catch (StoreUnavailable e) {
            return false; // no fault of the event, so it is never given up for this
        } catch (RuntimeException | Error e) {
            boolean last = attempt >= settings.attempts();
            LOG.log(
                    last ? Level.ERROR : Level.WARNING,
                    "tenant=" + event.tenant() + " event=" + event.id() + " kind=" + event.kind() + ": " + name()
                            + " failed at attempt " + attempt + (last ? "; given up" : ""),
                    e);
            if (!last) {
                return false;
            }
            abandoned.incrementAndGet();
        }
        owed.settled();
        return true;
    }

    private String name() {
        return listener.getClass().getSimpleName();
    }

    /** What has not been handed over stays in the outbox. */
    @Override
    public void close() {
        closed = true;
        thread.stop();
        if (!thread.join(PATIENCE_AT_STOP)) {
            thread.interrupt();
        }
    }

    SupervisedThread.State thread() {
        return thread.state();
    }
}

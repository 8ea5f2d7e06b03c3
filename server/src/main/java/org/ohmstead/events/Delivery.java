package org.ohmstead.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.exception.DataAccessException;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.StoreUnavailable;

/**
 * Hands events to one listener, on a thread of its own and at its own pace. A failure holds back the later events of the same
 * station only, so that their order stays; they come again after a while that doubles.
 */
final class Delivery implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Delivery.class.getName());
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final EventListener listener;
    private final ListenerProgress place;
    private final EventFeed feed;
    private final EventSettings settings;
    private final Handover handover;
    private final HeldEvents held;
    private final List<HeldEvent> changed = new ArrayList<>();
    private final List<HeldEvent> taken = new ArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private final AtomicLong lost = new AtomicLong();
    private final SupervisedThread thread;
    private long begun = Claims.NONE;
    private long kept;
    private long keptAt = System.nanoTime();
    private volatile long position;
    private volatile long floor;

    Delivery(EventListener listener, ListenerProgress place, EventFeed feed, EventSettings settings) {
        this.listener = listener;
        this.place = place;
        this.feed = feed;
        this.settings = settings;
        this.handover = new Handover(listener, settings.attempts());
        this.held = new HeldEvents(settings.firstRetry());
        this.position = listener.kind() == EventListener.Kind.LOCAL ? place.position() : -1;
        this.thread = SupervisedThread.virtual("events-" + listener.name(), this::run);
    }

    /** There may be more, or less to wait for. @param keptFrom the number behind which every event is still there */
    void wake(long keptFrom) {
        floor = keptFrom;
        wake();
    }

    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void run() throws InterruptedException {
        begun = Claims.NONE; // what a failure of ours has left half done is read again
        while (!handover.isStopped()) {
            try {
                if (!step()) {
                    await(held.untilNext(untilKept()));
                }
            } catch (StoreUnavailable e) {
                LOG.log(Level.DEBUG, "Events wait for the database, which says itself that it is away", e);
                await(settings.poll().toNanos());
            } catch (DataAccessException e) {
                LOG.log(Level.WARNING, "Events for {0} wait: {1}", listener.name(), e.getMessage());
                await(settings.poll().toNanos());
            }
        }
        keep();
    }

    private void await(long nanos) throws InterruptedException {
        if (news.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    /** @return whether there is more to do at once */
    private boolean step() {
        long claim = place.claim();
        if (claim == Claims.NONE) {
            begun = Claims.NONE;
            return false;
        }
        if (claim != begun) {
            begin(claim);
        }
        skipTo(floor);
        boolean more = !held.isFull() && readOn();
        retryWhatIsDue();
        if (untilKept() <= 0) {
            keep();
        }
        return more;
    }

    private void begin(long claim) {
        begun = Claims.NONE;
        position = listener.kind() == EventListener.Kind.LOCAL ? position : place.position();
        kept = position;
        changed.clear();
        taken.clear();
        held.begin(place.held());
        listener.begin();
        begun = claim;
    }

    private boolean isOurs() {
        return !handover.isStopped() && begun != Claims.NONE && place.claim() == begun;
    }

    private boolean readOn() {
        List<EventBatch> batches = feed.after(position);
        for (EventBatch batch : batches) {
            skipTo(batch.first() - 1);
            for (StoredEvent event : batch.events()) {
                if (event.id() > position) {
                    if (held.isFull() || !isOurs() || !deliver(event)) {
                        return false;
                    }
                    position = event.id();
                    if (untilKept() <= 0) {
                        keep();
                    }
                }
            }
            position = batch.last();
        }
        return !batches.isEmpty();
    }

    /** Events that had grown too old, or were deleted by hand, do not come any more. */
    private void skipTo(long last) {
        if (last > position) {
            long gone = last - position;
            lost.addAndGet(gone);
            LOG.log(
                    Level.ERROR,
                    "{0} has lost {1} events, {2} to {3}: it was so far behind that they were deleted before it had them"
                            + " (event-retention)",
                    listener.name(),
                    gone,
                    position + 1,
                    last);
            position = last;
        }
    }

    /** @return whether the listener has it, or gets it again; false: the server stops */
    private boolean deliver(StoredEvent event) {
        if (held.holds(event.station())) {
            HeldEvent behind = HeldEvent.fresh(event, "it waits behind another of its station");
            changed.add(behind);
            held.add(behind);
            return true;
        }
        HeldEvent tried = HeldEvent.fresh(event, "");
        Handover.Outcome outcome = handover.attempt(tried, 0);
        if (outcome == Handover.Outcome.FAILED || outcome == Handover.Outcome.NOT_NOW) {
            changed.add(tried);
            held.add(tried).failed(outcome == Handover.Outcome.FAILED);
        } else if (outcome == Handover.Outcome.ABANDONED) {
            changed.add(tried);
        }
        return outcome != Handover.Outcome.STOPPED;
    }

    private void retryWhatIsDue() {
        for (HeldEvents.Line line : held.due()) {
            retry(line);
        }
        held.tidy();
    }

    private void retry(HeldEvents.Line line) {
        while (!line.isEmpty() && isOurs()) {
            HeldEvent first = line.first();
            switch (handover.attempt(first, line.faults())) {
                case STOPPED -> {
                    return;
                }
                case FAILED -> {
                    line.failed(true);
                    return;
                }
                case NOT_NOW -> {
                    line.failed(false);
                    return;
                }
                case TAKEN -> {
                    changed.remove(first);
                    if (first.isStored()) {
                        taken.add(first);
                    }
                    line.removeFirst();
                }
                case ABANDONED -> {
                    if (!changed.contains(first)) {
                        changed.add(first);
                    }
                    line.removeFirst();
                }
            }
        }
    }

    /** In nanoseconds; none: it is time. */
    private long untilKept() {
        boolean same = position == kept && changed.isEmpty() && taken.isEmpty();
        return same || begun == Claims.NONE
                ? settings.poll().toNanos()
                : keptAt + settings.flush().toNanos() - System.nanoTime();
    }

    private void keep() {
        if (begun == Claims.NONE) {
            return;
        }
        long now = position;
        if (!place.keep(now, changed, taken)) {
            begun = Claims.NONE; // another node has it, and tells it again what we could not write
            return;
        }
        changed.forEach(HeldEvent::store);
        changed.clear();
        taken.clear();
        kept = now;
        keptAt = System.nanoTime();
    }

    EventListener listener() {
        return listener;
    }

    /** Whether this node delivers to it, and so knows best where it is. */
    boolean isHere() {
        return place.claim() != Claims.NONE;
    }

    /** The number of the last event that the listener need not get any more, but for those that are held. */
    long position() {
        return position;
    }

    int held() {
        return held.size();
    }

    Optional<Instant> oldestHeld() {
        return held.oldest();
    }

    long failures() {
        return handover.failures();
    }

    /** Events that the listener never took, however often it was tried. */
    long abandoned() {
        return handover.abandoned();
    }

    /** Events that were deleted before the listener had them. */
    long lost() {
        return lost.get();
    }

    /** Begins no more events. */
    void stop() {
        handover.stop();
        thread.stop();
        wake();
    }

    /** What has not been handed over stays in the outbox. */
    @Override
    public void close() {
        stop();
        if (!thread.join(PATIENCE_AT_STOP)) {
            thread.interrupt();
        }
    }

    SupervisedThread.State thread() {
        return thread.state();
    }
}

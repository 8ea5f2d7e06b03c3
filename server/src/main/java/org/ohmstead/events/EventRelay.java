package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.OUTBOX;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database;
import org.ohmstead.db.Row;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.lanes.GroupCommit;

/**
 * Passes on what has been committed: reads the rows of the outbox, hands them to every listener, and deletes them
 * once all have taken them. A crash in between hands them out again: each event comes at least once. It looks for all rows
 * that there are, never for ids above the last one seen, because ids are not committed in their order.
 */
@Singleton
public final class EventRelay implements AutoCloseable, Supervised {
    private static final Logger LOG = System.getLogger(EventRelay.class.getName());
    private static final int PAGE = 20;
    /** When this many events wait for slow listeners, no more rows are read. */
    private static final int WINDOW = 10_000;

    private static final String SELECT = "select created_at, events_json from outbox where id = ?";
    private static final String DELETE = "delete from outbox where id between ? and ?";

    private final Database database;
    private final GroupCommit commits;
    private final EventSettings settings;
    private final List<EventListener> listeners;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<Long> underWay = new HashSet<>();
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);
    private @Nullable SupervisedThread thread;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    @Inject
    public EventRelay(
            Database database,
            GroupCommit commits,
            Outbox outbox,
            Instance<EventListener> listeners,
            EventSettings settings) {
        this(database, commits, outbox, listeners.stream().toList(), settings);
    }

    public EventRelay(
            Database database,
            GroupCommit commits,
            Outbox outbox,
            List<EventListener> listeners,
            EventSettings settings) {
        this.database = database;
        this.commits = commits;
        this.listeners = listeners;
        this.settings = settings;
        outbox.onCommit(this::wake);
    }

    /** Begins with what an earlier run left. */
    public synchronized void start() {
        for (EventListener listener : listeners) {
            deliveries.add(new Delivery(listener, settings));
        }
        thread = SupervisedThread.platform("event-relay", this::run);
    }

    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void awaitNews() throws InterruptedException {
        news.tryAcquire(settings.poll().toNanos(), TimeUnit.NANOSECONDS);
        news.drainPermits();
    }

    private void run() throws InterruptedException {
        while (!closed) {
            try {
                settle();
                if (!readMore() && taken.isEmpty()) {
                    awaitNews();
                }
            } catch (StoreUnavailable e) {
                LOG.log(Level.DEBUG, "Events wait for the database, which says itself that it is away", e);
                awaitNews();
            } catch (DataAccessException e) {
                LOG.log(Level.WARNING, "Events wait: {0}", e.getMessage());
                awaitNews();
            }
        }
    }

    /** @return whether there may be more */
    private boolean readMore() {
        if (waiting.get() >= WINDOW) {
            return false;
        }
        int limit = PAGE + underWay.size();
        List<Long> ids = database.read()
                .select(OUTBOX.ID)
                .from(OUTBOX)
                .orderBy(OUTBOX.ID)
                .limit(limit)
                .fetch(OUTBOX.ID);
        for (Long row : ids) {
            if (!underWay.contains(row)) {
                handOut(row);
                underWay.add(row);
            }
        }
        return ids.size() == limit;
    }

    private void handOut(long row) {
        if (deliveries.isEmpty()) {
            taken.add(row);
            return;
        }
        for (Optional<List<StoredEvent>> events : database.rows(SELECT, found -> read(row, found), row)) {
            events.ifPresent(some -> handOut(row, some));
        }
    }

    /** @return empty: it holds no events that could be told */
    private static Optional<List<StoredEvent>> read(long row, Row found) {
        try {
            return Optional.of(
                    EventJson.read(row, Objects.requireNonNull(found.instant(1)), String.valueOf(found.text(2))));
        } catch (IllegalStateException | DateTimeException e) {
            LOG.log(Level.ERROR, "Row {0} of the outbox is not told: {1}. It stays, those behind it go on", row, e);
            return Optional.empty();
        }
    }

    private void handOut(long row, List<StoredEvent> events) {
        if (events.isEmpty()) {
            taken.add(row); // owed to nobody
        }
        waiting.addAndGet(events.size());
        AtomicInteger rest = new AtomicInteger(events.size());
        for (StoredEvent event : events) {
            PendingDelivery owed = new PendingDelivery(event, deliveries.size(), () -> {
                waiting.decrementAndGet();
                if (rest.decrementAndGet() == 0) {
                    taken.add(row);
                    wake();
                }
            });
            deliveries.forEach(delivery -> delivery.take(owed));
        }
    }

    /** Rows whose events every listener has are owed to nobody any more. Ids mostly follow one another, so few statements do. */
    private void settle() {
        List<Long> ids = taken.stream().limit(PAGE).toList();
        if (ids.isEmpty()) {
            return;
        }
        List<Long> sorted = ids.stream().sorted().toList();
        commits.write(GroupCommit.BACKGROUND, tx -> {
            int first = 0;
            for (int i = 1; i <= sorted.size(); i++) {
                if (i == sorted.size() || sorted.get(i) != sorted.get(i - 1) + 1) {
                    tx.later(DELETE, sorted.get(first), sorted.get(i - 1));
                    first = i;
                }
            }
            return null;
        });
        ids.forEach(id -> {
            taken.remove();
            underWay.remove(id);
        });
    }

    /** How many events at least one listener has not taken yet. */
    public int waiting() {
        return waiting.get();
    }

    /** Events that a listener never took, however often it was tried; each has an error in the log. */
    public long abandoned() {
        return deliveries.stream().mapToLong(Delivery::abandoned).sum();
    }

    /** Ends before the group commit does. What has not been handed over stays in the outbox. */
    @Override
    public synchronized void close() {
        deliveries.forEach(Delivery::close);
        closed = true;
        if (thread == null) {
            return;
        }
        thread.stop();
        wake();
        thread.join();
        try {
            settle();
        } catch (StoreUnavailable e) {
            LOG.log(Level.WARNING, "The last events come again after the next start: {0}", e.getMessage());
        }
    }

    /** Its own, and one for each listener. */
    @Override
    public synchronized List<SupervisedThread.State> threads() {
        List<SupervisedThread.State> states = new ArrayList<>();
        if (thread != null) {
            states.add(thread.state());
        }
        deliveries.forEach(delivery -> states.add(delivery.thread()));
        return states;
    }
}

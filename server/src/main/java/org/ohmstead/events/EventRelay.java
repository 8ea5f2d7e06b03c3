package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.OUTBOX;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.StoreUnavailable;

/**
 * Passes on what has been committed: reads the rows of the outbox, hands them to every listener, and deletes them
 * once all have taken them. A crash in between hands them out again: each event comes at least once. It looks for all rows
 * that there are, never for ids above the last one seen, because ids are not committed in their order.
 */
@Singleton
public final class EventRelay implements AutoCloseable {
    private static final Logger LOG = System.getLogger(EventRelay.class.getName());
    private static final int PAGE = 500;
    /** When this many events wait for slow listeners, no more are read. */
    private static final int WINDOW = 10_000;

    private static final String DELETE = "delete from outbox where id between ? and ?";

    private final Database database;
    private final GroupCommit commits;
    private final EventSettings settings;
    private final List<EventListener> listeners;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<Long> underWay = new HashSet<>();
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile int waiting;
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
        thread = Thread.ofPlatform().name("event-relay").daemon().start(this::run);
    }

    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void awaitNews() {
        try {
            news.tryAcquire(settings.poll().toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void run() {
        while (!closed) {
            try {
                settle();
                if (!readMore() && taken.isEmpty()) {
                    awaitNews();
                }
            } catch (StoreUnavailable | DataAccessException e) {
                LOG.log(Level.WARNING, "Events wait for the database: {0}", e.getMessage());
                awaitNews();
            }
        }
    }

    /** @return whether there may be more */
    private boolean readMore() {
        if (underWay.size() >= WINDOW) {
            return false;
        }
        int limit = PAGE + underWay.size();
        var rows = database.read()
                .selectFrom(OUTBOX)
                .orderBy(OUTBOX.ID)
                .limit(limit)
                .fetch();
        for (var row : rows) {
            if (underWay.add(row.getId())) {
                handOut(new StoredEvent(
                        row.getId(),
                        row.getTenantId(),
                        row.getKind(),
                        row.getStationId(),
                        EventJson.read(row.getPayloadJson()),
                        row.getCreatedAt()));
            }
        }
        waiting = underWay.size();
        return rows.size() == limit;
    }

    private void handOut(StoredEvent event) {
        if (deliveries.isEmpty()) {
            taken.add(event.id());
            return;
        }
        Owed owed = new Owed(event, deliveries.size(), done -> {
            taken.add(done.id());
            wake();
        });
        deliveries.forEach(delivery -> delivery.take(owed));
    }

    /** What every listener has is owed to nobody any more. Ids mostly follow one another, so few statements do. */
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
        waiting = underWay.size();
    }

    /** How many events at least one listener has not taken yet. */
    public int waiting() {
        return waiting;
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
        wake();
        try {
            if (thread != null) {
                thread.join();
                settle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailable e) {
            LOG.log(Level.WARNING, "The last events come again after the next start: {0}", e.getMessage());
        }
    }
}

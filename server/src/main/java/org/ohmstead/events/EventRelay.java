package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.OUTBOX;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.StoreUnavailable;

/**
 * Passes on what has been committed: reads the unsent rows of the outbox, hands them to every listener, and marks them
 * sent once all have taken them. A crash in between hands them out again: each event comes at least once. It looks for
 * unsent rows, never for ids above the last one seen, because ids are not committed in their order.
 */
@Singleton
public final class EventRelay implements AutoCloseable {
    private static final Logger LOG = System.getLogger(EventRelay.class.getName());
    private static final int PAGE = 500;
    /** When this many events wait for slow listeners, no more are read. */
    private static final int WINDOW = 10_000;

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
    private static final int CLEANED_AT_ONCE = 5_000;

    private final Database database;
    private final GroupCommit commits;
    private final EventSettings settings;
    private final Clock clock;
    private final List<EventListener> listeners;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Set<Long> underWay = new HashSet<>();
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread thread;
    private Instant cleanedAt = Instant.MIN;
    private volatile int waiting;
    private volatile boolean closed;

    @Inject
    public EventRelay(
            Database database,
            GroupCommit commits,
            Outbox outbox,
            Instance<EventListener> listeners,
            EventSettings settings,
            Clock clock) {
        this(database, commits, outbox, listeners.stream().toList(), settings, clock);
    }

    public EventRelay(
            Database database,
            GroupCommit commits,
            Outbox outbox,
            List<EventListener> listeners,
            EventSettings settings,
            Clock clock) {
        this.database = database;
        this.commits = commits;
        this.listeners = listeners;
        this.settings = settings;
        this.clock = clock;
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
                markTaken();
                if (!readMore() && taken.isEmpty()) {
                    clean();
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
                .where(OUTBOX.SENT_AT.isNull())
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

    private void markTaken() {
        List<Long> ids = taken.stream().limit(PAGE).toList();
        if (ids.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        commits.write(GroupCommit.BACKGROUND, tx -> {
            ids.forEach(id -> tx.later("update outbox set sent_at = ? where id = ?", now, id));
            return null;
        });
        ids.forEach(id -> {
            taken.remove();
            underWay.remove(id);
        });
        waiting = underWay.size();
    }

    /** Looks at the oldest rows only: the table has no index by time, because every event would pay for it. */
    private void clean() {
        Instant now = clock.instant();
        if (now.isBefore(cleanedAt.plus(BETWEEN_CLEANINGS))) {
            return;
        }
        int deleted = commits.write(GroupCommit.BACKGROUND, tx -> tx.sql()
                .deleteFrom(OUTBOX)
                .where(OUTBOX.SENT_AT.lt(now.minus(settings.retention())))
                .and(OUTBOX.ID.in(
                        DSL.select(OUTBOX.ID).from(OUTBOX).orderBy(OUTBOX.ID).limit(CLEANED_AT_ONCE)))
                .execute());
        if (deleted < CLEANED_AT_ONCE) {
            cleanedAt = now;
        }
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
                markTaken();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailable e) {
            LOG.log(Level.WARNING, "The last events come again after the next start: {0}", e.getMessage());
        }
    }
}

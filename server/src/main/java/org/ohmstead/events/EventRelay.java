package org.ohmstead.events;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.db.lanes.GroupCommit;

/**
 * Passes on what has been committed, to each listener at its own pace: gives the events their numbers, wakes the listeners, keeps
 * those that are this node's, and deletes what is behind all of them. See docs/decisions/0006-a-cursor-for-each-listener.md.
 */
@Singleton
public final class EventRelay implements AutoCloseable, Supervised {
    private static final Logger LOG = System.getLogger(EventRelay.class.getName());

    private final EventSettings settings;
    private final SqlOutbox outbox;
    private final SqlUndelivered undelivered;
    private final Listeners listeners;
    private final Semaphore news = new Semaphore(0);
    private @Nullable SupervisedThread thread;
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
        this.settings = settings;
        this.undelivered = new SqlUndelivered(database, commits, clock);
        this.outbox = new SqlOutbox(database, commits, undelivered);
        this.listeners = new Listeners(database, commits, this.outbox, listeners, settings, clock);
        outbox.onCommit(this::wake);
    }

    /** Each listener goes on where it was; those of this node alone begin with what is committed from now on. */
    public synchronized void start() {
        attempt(() -> {
            listeners.begin();
            return true;
        });
        thread = SupervisedThread.platform("event-relay", this::run);
    }

    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void run() throws InterruptedException {
        long tidied = System.nanoTime();
        while (!closed) {
            boolean more = attempt(() -> {
                listeners.begin();
                boolean numbered = outbox.number();
                listeners.wake();
                return numbered;
            });
            long untilTidy = tidied + settings.poll().toNanos() - System.nanoTime();
            if (untilTidy <= 0) {
                attempt(() -> {
                    listeners.tidy();
                    return true;
                });
                tidied = System.nanoTime();
            } else if (!more && news.tryAcquire(untilTidy, TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        }
    }

    /** @return what the work says; false: the database is away, or refuses it */
    private static boolean attempt(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (StoreUnavailable e) {
            LOG.log(Level.DEBUG, "Events wait for the database, which says itself that it is away", e);
        } catch (DataAccessException e) {
            LOG.log(Level.WARNING, "Events wait: {0}", e.getMessage());
        }
        return false;
    }

    /** The events that are kept, for readers who are no listeners. */
    public StoredEvents stored() {
        return listeners.stored();
    }

    /** How many events the listener that is furthest behind has not taken yet. */
    public long waiting() {
        return states().stream().mapToLong(ListenerState::waiting).max().orElse(0);
    }

    /** Events that a listener never took, however often it was tried; each has an error in the log. */
    public long abandoned() {
        return states().stream().mapToLong(ListenerState::abandoned).sum();
    }

    /**
     * Events of a tenant that were given up, by listener and number, whichever node did. They are kept as long as others.
     *
     * @param listener null: of all
     * @param limit    how many are looked at: a page has fewer where some are of other tenants
     */
    public Page<AbandonedEvent> abandonedEvents(
            long tenant, @Nullable String listener, Limit limit, @Nullable Cursor after) {
        Page<AbandonedEvent> all =
                Page.of(undelivered.abandoned(listener, limit.rows() + 1, after), limit, AbandonedEvent::cursor);
        return new Page<>(all.items().stream().filter(each -> each.isOf(tenant)).toList(), all.next());
    }

    /** Of all listeners. */
    public List<String> names() {
        return listeners.names();
    }

    /** How each listener is getting on, as this node sees it. */
    public List<ListenerState> states() {
        return listeners.states();
    }

    /** Ends before the group commit does. What has not been handed over stays in the outbox. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.stop();
            wake();
            thread.join();
        }
        attempt(() -> {
            listeners.close();
            return true;
        });
    }

    /** Its own, and one for each listener. */
    @Override
    public synchronized List<SupervisedThread.State> threads() {
        List<SupervisedThread.State> states = new ArrayList<>();
        if (thread != null) {
            states.add(thread.state());
        }
        states.addAll(listeners.threads());
        return states;
    }
}

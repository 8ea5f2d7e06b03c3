package org.ohmstead.messages;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.StoreUnavailable;

/**
 * Keeps every frame for a while. Whoever logs never waits: the frame goes into a bounded buffer, a thread of its own
 * writes them in batches, and what does not fit is dropped and counted.
 */
@Singleton
public final class MessageLog implements AutoCloseable {
    private static final Logger LOG = System.getLogger(MessageLog.class.getName());
    private static final Duration WAIT_WHILE_AWAY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
    /** Packs. Small steps, which nobody who waits for the database feels. */
    private static final int DELETED_AT_ONCE = 8;
    /** Packs that are written at once where much comes. */
    private static final int PACKS_AT_ONCE = 8;
    /** How much longer is waited for as many. */
    private static final int BUSY_LINGERS = 3;
    /** How often what has come is made bytes meanwhile. */
    private static final long SIP_NANOS = Duration.ofMillis(50).toNanos();
    /** What an entry takes beside its frame, roughly. */
    private static final int OVERHEAD = 200;

    private final SqlMessageStore store;
    private final MessageSearch search;
    private final MessageLogSettings settings;
    private final Clock clock;
    private final Queue<Entry> buffer = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final List<Tail> tails = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private Instant cleanedAt = Instant.MIN;
    private volatile boolean closed;
    private volatile boolean watched = true;

    @Inject
    public MessageLog(SqlMessageStore store, MessageLogSettings settings, Clock clock) {
        this.store = store;
        this.search = new MessageSearch(store);
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to write. */
    public synchronized void start() {
        thread = Thread.ofPlatform().name("message-log").daemon().start(this::run);
    }

    /** Never waits and never throws; may be called on an event loop. */
    public void log(Entry entry) {
        for (Tail tail : tails) {
            tail.offer(entry);
        }
        boolean room = waiting.incrementAndGet() <= settings.bufferedMessages()
                & waitingBytes.addAndGet(size(entry)) <= settings.bufferedBytes(); // both are counted, room or not
        if (room) {
            buffer.add(entry);
        } else {
            leave(1, size(entry));
            dropped.incrementAndGet();
        }
    }

    private static int size(Entry entry) {
        return entry.frame().length() + OVERHEAD;
    }

    private void leave(int frames, long size) {
        waiting.addAndGet(-frames);
        waitingBytes.addAndGet(-size);
    }

    private void run() {
        boolean busy = false;
        while (!closed || !buffer.isEmpty()) {
            Map<Long, OpenPack> packs = new LinkedHashMap<>();
            busy = gather(packs, busy ? PACKS_AT_ONCE : 1) > settings.batch();
            for (OpenPack pack : packs.values()) {
                write(pack, !busy); // there is no time to deflate much
            }
            clean();
        }
    }

    /**
     * Fills packs until it is time to write them. Where much comes it is worth to wait longer and to have several: a pack costs
     * a row for each station that it is about, and tells of each more.
     *
     * @return how many frames
     */
    private int gather(Map<Long, OpenPack> packs, int atOnce) {
        int frames = 0;
        long until = System.nanoTime() + settings.linger().toNanos() * (atOnce > 1 ? BUSY_LINGERS : 1);
        while (true) {
            Entry entry = buffer.poll();
            if (entry != null) {
                frames += add(packs, entry, atOnce);
            }
            long left = until - System.nanoTime();
            if (frames == mostAtOnce() || left <= 0 || (entry == null && closed)) {
                return frames;
            }
            if (entry == null) {
                LockSupport.parkNanos(this, frames == 0 ? left : Math.min(left, SIP_NANOS));
            }
        }
    }

    private int mostAtOnce() {
        return PACKS_AT_ONCE * settings.batch();
    }

    /** @return how many were added: one, or none that cannot be */
    private int add(Map<Long, OpenPack> packs, Entry entry, int atOnce) {
        long key = entry.tenant() * PACKS_AT_ONCE + entry.station() % atOnce;
        try {
            packs.computeIfAbsent(key, absent -> new OpenPack(entry.tenant())).add(entry, size(entry));
            return 1;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "station=" + entry.station() + ": a message cannot be logged", e);
            dropped.incrementAndGet();
            leave(1, size(entry));
            return 0;
        }
    }

    private void write(OpenPack pack, boolean deflated) {
        while (true) {
            try {
                store.add(pack, deflated);
                written.addAndGet(pack.frames());
                break;
            } catch (StoreUnavailable e) {
                if (closed) {
                    dropped.addAndGet(pack.frames());
                    break;
                }
                LockSupport.parkNanos(this, WAIT_WHILE_AWAY.toNanos());
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, pack.frames() + " messages cannot be logged", e);
                dropped.addAndGet(pack.frames());
                break;
            }
        }
        leave(pack.frames(), pack.size());
    }

    private void clean() {
        Instant now = clock.instant();
        if (now.isBefore(cleanedAt.plus(BETWEEN_CLEANINGS))) {
            return;
        }
        try {
            if (store.deleteOlderThan(now.minus(settings.retention()), DELETED_AT_ONCE) < DELETED_AT_ONCE) {
                cleanedAt = now;
            }
        } catch (RuntimeException e) {
            cleanedAt = now;
            LOG.log(Level.WARNING, "Old messages could not be deleted: {0}", e.getMessage());
        }
    }

    /** Logged messages, newest first. */
    public Page<Message> page(MessageFilter filter, Limit limit, @Nullable Cursor after) {
        return search.page(filter, limit, after);
    }

    /** Messages from now on, as they come and go; to be closed by whoever asked. */
    public Tail tail(MessageFilter filter) {
        Tail tail = new Tail(filter, tails::remove);
        tails.add(tail);
        if (!watched) {
            tail.close();
        }
        return tail;
    }

    /** Ends the live tails and allows no new ones: they are requests that never end by themselves, and a stop waits for them. */
    public void endTails() {
        watched = false;
        tails.forEach(Tail::close);
    }

    Optional<Long> station(long tenant, String identity) {
        return store.station(tenant, identity);
    }

    Optional<String> identity(long station) {
        return Optional.ofNullable(store.identities(List.of(station)).get(station));
    }

    /** Messages that found no room, or that could not be written, since the start. */
    public long dropped() {
        return dropped.get();
    }

    public long written() {
        return written.get();
    }

    /** Messages that wait to be written. */
    public int waiting() {
        return waiting.get();
    }

    /** Those who watch live. */
    public int watchers() {
        return tails.size();
    }

    /** Writes what waits, ends the live tails, and returns. Before the group commit is closed. */
    @Override
    public synchronized void close() {
        closed = true;
        endTails();
        if (thread == null) {
            return;
        }
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

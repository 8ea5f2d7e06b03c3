package org.ohmstead.messagelog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
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
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Scope;
import org.ohmstead.db.StoreUnavailable;

/**
 * Keeps every frame for a while. Whoever logs never waits: the frame goes into a bounded buffer, a thread of its own
 * writes them in batches, and what does not fit is dropped and counted.
 */
@Singleton
public final class MessageLog implements AutoCloseable, Supervised {
    private static final Duration WAIT_WHILE_AWAY = Duration.ofSeconds(1);
    /** Packs that are written at once where much comes. */
    private static final int PACKS_AT_ONCE = 8;
    /** How much longer is waited for as many. */
    private static final int BUSY_LINGERS = 3;
    /** How often is looked for more meanwhile, which is made bytes at once. */
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();
    /** What an entry takes beside its frame, roughly. */
    private static final int OVERHEAD = 200;
    /** Characters that wait for all who watch live. */
    private static final long MOST_FOR_TAILS = 32 << 20;

    private final SqlMessageStore store;
    private final MessageSearch search;
    private final MessageLogSettings settings;
    private final Queue<Entry> buffer = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final List<Tail> tails = new CopyOnWriteArrayList<>();
    private final Tail.Room roomOfTails = new Tail.Room(MOST_FOR_TAILS);
    private @Nullable SupervisedThread thread;
    private volatile boolean closed;
    private volatile boolean watched = true;

    @Inject
    public MessageLog(SqlMessageStore store, MessageLogSettings settings) {
        this.store = store;
        this.search = new MessageSearch(store);
        this.settings = settings;
    }

    /** Begins to write. */
    public synchronized void start() {
        thread = SupervisedThread.platform("message-log", this::run);
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

    static int size(Entry entry) {
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
            try {
                busy = gather(packs, busy ? PACKS_AT_ONCE : 1) > settings.batch();
                write(packs, !busy); // there is no time to deflate much
            } finally {
                packs.values().forEach(pack -> leave(dropped, pack)); // none, unless the work has failed
            }
        }
    }

    /**
     * Fills packs until it is time to write them. Where much comes it is worth to wait longer and to have several: a pack costs
     * a row for each station that it is about, and tells of each more. Time ends the wait for more, not the taking of what is there:
     * a thread that got no processor meanwhile would otherwise write it in crumbs.
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
            if (frames == mostAtOnce() || (entry == null && (left <= 0 || closed))) {
                return frames;
            }
            if (entry == null) {
                LockSupport.parkNanos(this, frames == 0 ? left : Math.min(left, POLL_NANOS));
            }
        }
    }

    private int mostAtOnce() {
        return PACKS_AT_ONCE * settings.batch();
    }

    /** @return how many were added: one, or none that cannot be */
    private int add(Map<Long, OpenPack> packs, Entry entry, int atOnce) {
        long key = entry.tenant() * PACKS_AT_ONCE + entry.station() % atOnce;
        boolean added = OneByOne.attempt(
                () -> "tenant=" + entry.tenant() + " station=" + entry.station() + ": logging a message",
                () -> packs.computeIfAbsent(key, absent -> new OpenPack(entry.tenant()))
                        .add(entry, size(entry)));
        if (!added) {
            dropped.incrementAndGet();
            leave(1, size(entry));
        }
        return added ? 1 : 0;
    }

    /**
     * Several packs in one commit, whatever tenants they are of, but no more than the others hardly wait for. Where that fails, each
     * by itself, so that only those are lost that cannot be written.
     */
    private void write(Map<Long, OpenPack> packs, boolean deflated) {
        while (!packs.isEmpty()) {
            List<OpenPack> some = first(packs.values());
            boolean together = some.size() > 1 && areWritten(some, deflated);
            Iterator<OpenPack> left = packs.values().iterator();
            for (OpenPack pack : some) {
                leave(together || areWritten(List.of(pack), deflated) ? written : dropped, pack);
                left.next();
                left.remove();
            }
        }
    }

    private List<OpenPack> first(Iterable<OpenPack> packs) {
        List<OpenPack> some = new ArrayList<>();
        int frames = 0;
        for (OpenPack pack : packs) {
            frames += pack.frames();
            if (!some.isEmpty() && frames > settings.batch()) {
                break;
            }
            some.add(pack);
        }
        return some;
    }

    private void leave(AtomicLong how, OpenPack pack) {
        how.addAndGet(pack.frames());
        leave(pack.frames(), pack.size());
    }

    private boolean areWritten(List<OpenPack> packs, boolean deflated) {
        while (true) {
            try {
                return OneByOne.attempt(
                        () -> "tenant=" + packs.getFirst().tenant() + ": logging " + packs.size()
                                + " packs of messages",
                        () -> store.add(packs, deflated));
            } catch (StoreUnavailable e) {
                if (closed) {
                    return false;
                }
                LockSupport.parkNanos(this, WAIT_WHILE_AWAY.toNanos());
            }
        }
    }

    /** Logged messages, newest first. */
    public Page<Message> page(MessageFilter filter, Limit limit, @Nullable Cursor after) {
        return search.page(filter, limit, after);
    }

    /** Messages from now on, as they come and go; to be closed by whoever asked. */
    public Tail tail(MessageFilter filter) {
        Tail tail = new Tail(filter, roomOfTails, tails::remove);
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

    Optional<Long> station(Scope scope, String identity) {
        return store.station(scope, identity);
    }

    /** Empty: it has been deleted, or is not within the scope. */
    Optional<String> identity(Scope scope, long station) {
        return Optional.ofNullable(store.identities(scope, List.of(station)).get(station));
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
        thread.stop();
        thread.join();
    }

    /** The one that writes. */
    @Override
    public synchronized List<SupervisedThread.State> threads() {
        return thread == null ? List.of() : List.of(thread.state());
    }
}

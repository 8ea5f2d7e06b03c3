package org.ohmstead.monitoring.streams;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.stations.StationRef;

/**
 * Takes the values of streams without waiting, and writes them in batches by a thread of its own. Nobody confirms a SEND, so what
 * finds no room is dropped and counted; a single station has a tenth of the room, so that it takes no other's.
 */
@Singleton
public final class StreamValues implements AutoCloseable, Supervised {
    private static final Duration WAIT_WHILE_AWAY = Duration.ofSeconds(1);
    private static final int SHARE = 10;

    private final SqlStreamValueStore store;
    private final StreamSettings settings;
    private final Queue<Arrival> buffer = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentMap<Long, Integer> ofStation = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private @Nullable SupervisedThread thread;
    private volatile boolean closed;

    @Inject
    public StreamValues(SqlStreamValueStore store, StreamSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * What a message brought.
     *
     * @param stream  id of the stream
     * @param pending how many more wait at the station
     */
    record Arrival(StationRef station, long stream, long pending, Instant receivedAt, List<StreamValue> values) {}

    /** Begins to write. */
    public synchronized void start() {
        thread = SupervisedThread.platform("stream-values", this::run);
    }

    /** Never waits and never throws. */
    void add(Arrival arrival) {
        int many = arrival.values().size();
        long station = arrival.station().id();
        boolean room = waiting.addAndGet(many) <= settings.buffered()
                & ofStation.merge(station, many, Integer::sum) <= settings.buffered() / SHARE; // both are counted
        if (room) {
            buffer.add(arrival);
        } else {
            leave(arrival);
            dropped.addAndGet(many);
        }
    }

    private void leave(Arrival arrival) {
        int many = arrival.values().size();
        waiting.addAndGet(-many);
        ofStation.computeIfPresent(arrival.station().id(), (station, all) -> all <= many ? null : all - many);
    }

    private void run() {
        while (!closed || !buffer.isEmpty()) {
            if (!writeSome() && !closed) {
                LockSupport.parkNanos(this, settings.linger().toNanos());
            }
        }
    }

    /** @return whether there was more than a batch, so that it is worth going on at once */
    boolean writeSome() {
        List<Arrival> some = new ArrayList<>();
        int values = 0;
        for (Arrival next = buffer.poll(); next != null; next = values < settings.batch() ? buffer.poll() : null) {
            some.add(next);
            values += next.values().size();
        }
        if (!some.isEmpty()) {
            write(some);
        }
        return values >= settings.batch();
    }

    /** One that cannot be written, such as of a station that was removed meanwhile, keeps no other from it. */
    private void write(List<Arrival> arrivals) {
        try {
            if (isWritten(arrivals)) {
                count(written, arrivals);
                return;
            }
            Map<Long, List<Arrival>> byStation = new LinkedHashMap<>();
            arrivals.forEach(arrival -> byStation
                    .computeIfAbsent(arrival.station().id(), first -> new ArrayList<>())
                    .add(arrival));
            byStation.values().forEach(some -> count(isWritten(some) ? written : dropped, some));
        } finally {
            arrivals.forEach(this::leave);
        }
    }

    private static void count(AtomicLong how, List<Arrival> arrivals) {
        arrivals.forEach(arrival -> how.addAndGet(arrival.values().size()));
    }

    private boolean isWritten(List<Arrival> arrivals) {
        while (true) {
            try {
                return OneByOne.attempt(
                        () -> "station=" + arrivals.getFirst().station().identity() + ": writing values of "
                                + arrivals.size() + " messages of streams",
                        () -> store.add(arrivals));
            } catch (StoreUnavailable e) {
                if (closed) {
                    return false;
                }
                LockSupport.parkNanos(this, WAIT_WHILE_AWAY.toNanos());
            }
        }
    }

    /** Values that found no room, or could not be written, since the start. */
    public long dropped() {
        return dropped.get();
    }

    public long written() {
        return written.get();
    }

    /** Writes what waits, and returns. Before the group commit is closed. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.stop();
            thread.join();
        }
    }

    @Override
    public synchronized List<SupervisedThread.State> threads() {
        return thread == null ? List.of() : List.of(thread.state());
    }
}

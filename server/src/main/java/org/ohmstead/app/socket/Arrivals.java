package org.ohmstead.app.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The large messages that come over one connection, from their first bytes until they are handed on. On its event loop. */
final class Arrivals {
    /** How long any large message may take to come while others wait for its room. */
    private static final long LEAST_PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** How long each byte of it may take: a slow line has some 200 kbit/s. */
    private static final long PATIENCE_FOR_A_BYTE = TimeUnit.SECONDS.toNanos(1) / (28 << 10);

    private final MessageLimit limit;
    private final LargeMessageRoom room;
    private final LongSupplier nanos;
    private final Deque<Large> large = new ArrayDeque<>(0);
    private long handedOn;
    private boolean ended;

    /** Until when the newest one may take, since it has its place; 0: none is on its way. */
    private volatile long until;

    /** @param number among the messages of the connection, from 1 */
    private record Large(long number, long bytes, LargeMessageRoom.Place place) {}

    Arrivals(MessageLimit limit, LargeMessageRoom room, LongSupplier nanos) {
        this.limit = limit;
        this.room = room;
        this.nanos = nanos;
    }

    /** @param bytes that it may have */
    static Duration patience(long bytes) {
        return Duration.ofNanos(LEAST_PATIENCE + bytes * PATIENCE_FOR_A_BYTE);
    }

    MessageLimit limit() {
        return limit;
    }

    /**
     * A large message begins, or one that has begun becomes larger.
     *
     * @param granted run later, on any thread, if there is no room yet
     * @return whether there is
     */
    boolean begins(long number, long bytes, Runnable granted) {
        if (ended) {
            return false; // the socket is read for a while to come, until the other end has closed it, too
        }
        Large last = large.peekLast();
        if (last != null && last.number() == number) {
            large.removeLast();
            last.place().grow(bytes);
            large.add(new Large(number, bytes, last.place()));
        } else {
            large.add(new Large(number, bytes, room.ask(bytes, granted)));
        }
        return mayCome();
    }

    /** Whether all that have begun have their places. */
    boolean mayCome() {
        boolean all = large.stream().allMatch(one -> one.place().isHeld());
        until = all && !large.isEmpty()
                ? nanos.getAsLong() + patience(large.getLast().bytes()).toNanos() | 1
                : 0;
        return all && !ended;
    }

    /**
     * The next message of the connection is whole.
     *
     * @param size that it has
     * @return what to give back when it is served; null: it is not large
     */
    LargeMessageRoom.@Nullable Place handsOn(long size) {
        handedOn++;
        Large first = large.peek();
        if (first == null || first.number() != handedOn) {
            return null;
        }
        large.remove();
        until = large.isEmpty() ? 0 : until;
        if (size <= LargeMessageRoom.SMALL) {
            first.place().giveBack();
            return null;
        }
        first.place().shrink(size);
        return first.place();
    }

    /** On any thread. */
    boolean isTooSlow(long now) {
        long end = until;
        return end != 0 && now - end > 0 && room.isWanted();
    }

    /** No further message is handed on. */
    void end() {
        ended = true;
        until = 0;
        large.forEach(one -> one.place().giveBack());
        large.clear();
    }
}

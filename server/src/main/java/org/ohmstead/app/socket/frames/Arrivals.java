package org.ohmstead.app.socket.frames;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The large messages that come over one connection, from their first bytes until they are handed on. On its event loop. */
public final class Arrivals {
    /** How long nothing of a large message may come while others wait for its room. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What each byte that comes is worth of it: a slow line has some 200 kbit/s. */
    private static final long NANOS_FOR_A_BYTE = TimeUnit.SECONDS.toNanos(1) / (28 << 10);

    private final MessageLimit limit;
    private final LargeMessageRoom room;
    private final LongSupplier nanos;
    private final Deque<Large> large = new ArrayDeque<>(0);
    private long handedOn;
    private boolean paused;
    private boolean ended;

    /** How much longer the newest one may take, while its time stands still; nanoseconds. */
    private long left;

    /** Bytes of it that have counted. */
    private long arrived;

    /** Until when it may take, if no more of it comes; 0: none is on its way, or it waits for us. */
    private volatile long until;

    /** @param number among the messages of the connection, from 1 */
    private record Large(long number, LargeMessageRoom.Allocation place) {}

    public Arrivals(MessageLimit limit, LargeMessageRoom room, LongSupplier nanos) {
        this.limit = limit;
        this.room = room;
        this.nanos = nanos;
    }

    public MessageLimit limit() {
        return limit;
    }

    /**
     * A large message begins, or one that has begun becomes larger, or is smaller than was thought.
     *
     * @param bytes   that it may have
     * @param granted run later, on any thread, if there is no room yet
     * @return whether there is
     */
    public boolean begins(long number, long bytes, Runnable granted) {
        if (ended) {
            return false; // the socket is read for a while to come, until the other end has closed it, too
        }
        Large last = large.peekLast();
        if (last != null && last.number() == number) {
            last.place().resize(bytes);
        } else {
            large.add(new Large(number, room.ask(bytes, granted)));
            until = 0;
            left = PATIENCE.toNanos();
            arrived = 0;
        }
        return mayCome();
    }

    /** Whether all that have begun have their places. */
    public boolean mayCome() {
        keepTime();
        return !ended && haveRoom();
    }

    private boolean haveRoom() {
        return large.stream().allMatch(one -> one.place().isHeld());
    }

    /** Its time goes on only while it could come: not while it waits for room, or the socket is not read. */
    private void keepTime() {
        boolean runs = !ended && !paused && !large.isEmpty() && haveRoom();
        if (runs && until == 0) {
            until = nanos.getAsLong() + left | 1;
        } else if (!runs && until != 0) {
            left = until - nanos.getAsLong();
            until = 0;
        }
    }

    /** So many bytes of it came; what lies between them, such as pings, gives it no time. */
    public void arrived(long bytes) {
        long worth = Math.min(bytes, limit.bytes() - arrived); // more than it may have is worth nothing
        arrived += worth;
        if (until != 0) {
            long now = nanos.getAsLong();
            until = now + Math.min(PATIENCE.toNanos(), until - now + worth * NANOS_FOR_A_BYTE) | 1;
        }
    }

    /** The socket is not read, through no fault of the station. */
    public void paused() {
        paused = true;
        keepTime();
    }

    /** It is read again. */
    public void goesOn() {
        paused = false;
        keepTime();
    }

    /**
     * The next message of the connection is whole.
     *
     * @param size that it has
     * @return what to give back when it is served; null: it is not large
     */
    public LargeMessageRoom.@Nullable Allocation handsOn(long size) {
        handedOn++;
        Large first = large.peek();
        if (first == null || first.number() != handedOn) {
            return null;
        }
        large.remove();
        keepTime();
        if (size <= LargeMessageRoom.SMALL) {
            first.place().giveBack();
            return null;
        }
        first.place().shrink(size);
        return first.place();
    }

    /** On any thread. */
    public boolean isTooSlow(long now) {
        long end = until;
        return end != 0 && now - end > 0 && room.isWanted();
    }

    /** No further message is handed on. */
    public void end() {
        ended = true;
        until = 0;
        large.forEach(one -> one.place().giveBack());
        large.clear();
    }
}

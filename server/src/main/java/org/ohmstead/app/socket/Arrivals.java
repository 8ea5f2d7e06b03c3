package org.ohmstead.app.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The large messages that come over one connection, from their first bytes until they are handed on. On its event loop. */
final class Arrivals {
    /** How long a large message may take to come while others wait for its room: the largest, at some 200 kbit/s. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MessageLimit limit;
    private final LargeMessageRoom room;
    private final LongSupplier nanos;
    private final Deque<Large> large = new ArrayDeque<>(0);
    private long handedOn;

    /** Since when the newest one has its place and may come; 0: none is on its way. */
    private volatile long since;

    /** @param number among the messages of the connection, from 1 */
    private record Large(long number, LargeMessageRoom.Place place) {}

    Arrivals(MessageLimit limit, LargeMessageRoom room, LongSupplier nanos) {
        this.limit = limit;
        this.room = room;
        this.nanos = nanos;
    }

    MessageLimit limit() {
        return limit;
    }

    /** @param granted run later, on any thread, if there is no room yet. @return whether there is */
    boolean begins(long number, long bytes, Runnable granted) {
        large.add(new Large(number, room.ask(bytes, granted)));
        return mayCome();
    }

    /** Whether all that have begun have their places. */
    boolean mayCome() {
        boolean all = large.stream().allMatch(one -> one.place().isHeld());
        since = all && !large.isEmpty() ? nanos.getAsLong() | 1 : 0;
        return all;
    }

    /** The next message of the connection is whole. @return what to give back when it is served; null: it was not large */
    LargeMessageRoom.@Nullable Place handsOn() {
        handedOn++;
        Large first = large.peek();
        if (first == null || first.number() != handedOn) {
            return null;
        }
        large.remove();
        since = large.isEmpty() ? 0 : since;
        return first.place();
    }

    /** On any thread. */
    boolean isTooSlow(long now) {
        long began = since;
        return began != 0 && now - began > PATIENCE.toNanos() && room.isWanted();
    }

    /** No further message is handed on. */
    void end() {
        since = 0;
        large.forEach(one -> one.place().giveBack());
        large.clear();
    }
}

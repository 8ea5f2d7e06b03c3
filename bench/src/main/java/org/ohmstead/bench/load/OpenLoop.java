package org.ohmstead.bench.load;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * A fixed rate, whatever the server does. Each message has a time when it is due; when no station is free by then it waits
 * for one, and its latency counts from when it was due, so that a server that stands still is seen to (no coordinated
 * omission).
 */
final class OpenLoop implements Pace {
    private final double perNano;
    private final LongSupplier nanos;
    private final long start;
    private final Queue<Speaker> free = new ArrayDeque<>();
    private long sent;

    /** @param nanos the time, as of {@link System#nanoTime} */
    OpenLoop(int perSecond, LongSupplier nanos) {
        this.perNano = perSecond / 1e9;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public void free(Speaker station) {
        free.add(station);
        sendDue();
    }

    /** To be called about every millisecond. */
    void sendDue() {
        long now = nanos.getAsLong();
        while (dueAt(sent) <= now) {
            Speaker station = free.poll();
            if (station == null) {
                return;
            }
            // A station that lost its connection while it waited comes back by itself.
            if (station.isFree()) {
                station.say(dueAt(sent));
                sent++;
            }
        }
    }

    /** How many messages should have left by now and have not. */
    long behind() {
        return Math.max(0, (long) ((nanos.getAsLong() - start) * perNano) - sent);
    }

    private long dueAt(long number) {
        return start + (long) (number / perNano);
    }
}

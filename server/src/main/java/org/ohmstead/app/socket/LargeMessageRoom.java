package org.ohmstead.app.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Room in memory for the large messages of all stations together. Each may send one that is right by itself, and many at the
 * same time would end the process. Who finds no room waits for it, in order of asking; meanwhile its socket is not read.
 */
final class LargeMessageRoom {
    /** Bytes up to which a message needs no room of its own: what anybody may send. */
    static final int SMALL = 1 << 20;

    private final long most;

    /** Also the lock of everything here. */
    private final Deque<Place> waiting = new ArrayDeque<>();

    private long taken;

    /** @param most bytes, in all */
    LargeMessageRoom(long most) {
        this.most = most;
    }

    /** What one message takes of the room. */
    final class Place {
        private final long bytes;
        private final Runnable granted;
        private boolean held;
        private boolean returned;

        private Place(long bytes, Runnable granted) {
            this.bytes = bytes;
            this.granted = granted;
        }

        boolean isHeld() {
            synchronized (waiting) {
                return held;
            }
        }

        /** The message is served, or will never be; once or more often. */
        void giveBack() {
            List<Place> next = new ArrayList<>(0);
            synchronized (waiting) {
                if (returned) {
                    return;
                }
                returned = true;
                if (held) {
                    taken -= bytes;
                } else {
                    waiting.remove(this);
                }
                while (!waiting.isEmpty() && taken + waiting.getFirst().bytes <= most) {
                    next.add(take(waiting.removeFirst()));
                }
            }
            next.forEach(place -> place.granted.run());
        }
    }

    /**
     * Asks for room; if there is none at the moment, the place is not held yet.
     *
     * @param bytes   that it needs; what needs more than there is gets all of it
     * @param granted run once, on any thread, when a place becomes held that was not at once
     */
    Place ask(long bytes, Runnable granted) {
        Place place = new Place(Math.min(bytes, most), granted);
        synchronized (waiting) {
            if (waiting.isEmpty() && taken + place.bytes <= most) {
                return take(place);
            }
            waiting.add(place);
            return place;
        }
    }

    private Place take(Place place) {
        taken += place.bytes;
        place.held = true;
        return place;
    }

    /** Whether anybody waits. */
    boolean isWanted() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }
}

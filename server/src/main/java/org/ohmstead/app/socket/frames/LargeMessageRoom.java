package org.ohmstead.app.socket.frames;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Room in memory for the large messages of many stations together. Each may send one that is right by itself, and many at the
 * same time would end the process. Who finds no room waits for it, in order of asking; meanwhile its socket is not read.
 */
public final class LargeMessageRoom {
    /** Bytes up to which a message needs no room of its own: about what anybody's handshake may take. */
    static final int SMALL = 16 << 10;

    private final long most;

    /** Also the lock of everything here. */
    private final Deque<Allocation> waiting = new ArrayDeque<>();

    /** Messages that are on their way and became larger than they had room for; they go first. */
    private final Deque<Allocation> growing = new ArrayDeque<>(0);

    private long taken;

    /**
     * The one message that has more room than there was when it grew; null: none has. Without it, all that grow could wait for
     * each other.
     */
    private @Nullable Allocation beyond;

    /** @param most bytes, in all */
    public LargeMessageRoom(long most) {
        this.most = most;
    }

    /** What one message takes of the room. */
    public final class Allocation {
        private final Runnable granted;
        private long wants;
        private long has;
        private boolean returned;

        private Allocation(long wants, Runnable granted) {
            this.wants = wants;
            this.granted = granted;
        }

        boolean isHeld() {
            synchronized (waiting) {
                return has == wants;
            }
        }

        /** The message becomes larger than was thought, for which there may be no room yet, or is smaller. */
        void resize(long bytes) {
            if (bytes > needed()) {
                grow(bytes);
            } else {
                shrink(bytes);
            }
        }

        private long needed() {
            synchronized (waiting) {
                return wants;
            }
        }

        private void grow(long bytes) {
            synchronized (waiting) {
                boolean wasHeld = has == wants;
                wants = Math.max(wants, Math.min(bytes, most));
                if (wasHeld && has < wants) {
                    if (beyond == this) {
                        growing.addFirst(this); // the others wait for its end
                    } else {
                        growing.add(this);
                    }
                    serve(); // nobody else gets anything, because nothing was given back
                }
            }
        }

        /** The message has come, and is no larger than that. */
        void shrink(long bytes) {
            List<Allocation> next;
            synchronized (waiting) {
                if (returned || bytes >= has) {
                    return;
                }
                taken -= has - bytes;
                has = bytes;
                wants = bytes;
                growing.remove(this);
                if (beyond == this && taken <= most) {
                    beyond = null; // else it would be the next one's turn, and the next, while none has ended
                }
                next = serve();
            }
            next.forEach(place -> place.granted.run());
        }

        /** The message is served, or will never be; once or more often. */
        public void giveBack() {
            List<Allocation> next;
            synchronized (waiting) {
                if (returned) {
                    return;
                }
                returned = true;
                taken -= has;
                leave();
                next = serve();
            }
            next.forEach(place -> place.granted.run());
        }

        private void leave() {
            waiting.remove(this);
            growing.remove(this);
            beyond = beyond == this ? null : beyond;
        }
    }

    /**
     * Asks for room; if there is none at the moment, the allocation is not held yet.
     *
     * @param bytes   that it needs; what needs more than there is gets all of it
     * @param granted run once each time, on any thread, when an allocation becomes held that was not at once
     */
    Allocation ask(long bytes, Runnable granted) {
        Allocation place = new Allocation(Math.min(bytes, most), granted);
        synchronized (waiting) {
            if (growing.isEmpty() && waiting.isEmpty() && taken + place.wants <= most) {
                take(place);
            } else {
                waiting.add(place);
            }
            return place;
        }
    }

    /** @return who has got what it wants */
    private List<Allocation> serve() {
        List<Allocation> next = new ArrayList<>(0);
        while (!growing.isEmpty() && mayGrow(growing.getFirst())) {
            next.add(take(growing.removeFirst()));
        }
        while (growing.isEmpty() && !waiting.isEmpty() && taken + waiting.getFirst().wants <= most) {
            next.add(take(waiting.removeFirst()));
        }
        return next;
    }

    private boolean mayGrow(Allocation place) {
        if (beyond == place || taken + place.wants - place.has <= most) {
            return true;
        }
        boolean mayGoBeyond = beyond == null;
        beyond = mayGoBeyond ? place : beyond;
        return mayGoBeyond;
    }

    private Allocation take(Allocation place) {
        taken += place.wants - place.has;
        place.has = place.wants;
        return place;
    }

    /** Whether anybody waits. */
    boolean isWanted() {
        synchronized (waiting) {
            return !waiting.isEmpty() || !growing.isEmpty();
        }
    }
}

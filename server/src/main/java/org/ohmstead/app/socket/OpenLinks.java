package org.ohmstead.app.socket;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.socket.frames.LargeMessageRoom;

/** All sockets of this process, also those that no link stands on yet. */
final class OpenLinks {
    /** What the event loops need to write the last close frames. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(OpenLinks.class.getName());

    private final Set<OpenLink> open = ConcurrentHashMap.newKeySet();
    private final LastLinks last = new LastLinks();
    private final LargeMessageRoom room;
    private final LargeMessageRoom roomOfNewcomers;
    private final SocketsOfStations sockets;
    private volatile boolean ending;

    /**
     * @param room       bytes for the large messages of all of them together
     * @param perStation how many each station may have
     */
    OpenLinks(long room, int perStation) {
        this.sockets = new SocketsOfStations(perStation);
        this.room = new LargeMessageRoom(room);
        this.roomOfNewcomers = new LargeMessageRoom(room / 4);
    }

    /**
     * A new one.
     *
     * @param canServe whether it could at once, because it has said what it speaks
     * @return the one that serves its station; null: none does
     */
    @Nullable
    OpenLink add(OpenLink link, boolean canServe) {
        open.add(link);
        SocketsOfStations.Place place = sockets.add(link, canServe);
        OpenLink tooMany = place.tooMany();
        if (tooMany != null) {
            tooMany.leave();
        }
        return place.serving();
    }

    /** It speaks OCPP. */
    void speaks(OpenLink link) {
        sockets.speaks(link);
    }

    /** It has ended, as far as its station is concerned; one that waits takes its place. */
    void remove(OpenLink link) {
        open.remove(link);
        OpenLink next = sockets.ended(link);
        if (next != null) {
            next.serve();
        }
    }

    /** It has ended on the wire, too. */
    void closed(OpenLink link) {
        sockets.remove(link);
    }

    LastLinks last() {
        return last;
    }

    /**
     * For the large messages of a station.
     *
     * @param accepted whether it was accepted before; those that were not have a room of their own, so that whoever only knows
     *                 an identity takes none from those that charge
     */
    LargeMessageRoom room(boolean accepted) {
        return accepted ? room : roomOfNewcomers;
    }

    int size() {
        return open.size();
    }

    boolean isEnding() {
        return ending;
    }

    /** Calls of ours on the wire or waiting. */
    int waitingCalls() {
        return open.stream().mapToInt(OpenLink::waitingCalls).sum();
    }

    /** About once a second. */
    void tick(long now) {
        open.forEach(link -> link.tick(now));
    }

    /** No new ones; those that are there, or were there a moment ago, finish what they do, all at the same time. */
    void shutDown(Duration patience) throws InterruptedException {
        ending = true;
        long end = System.nanoTime() + patience.toNanos();
        CountDownLatch done = new CountDownLatch(open.size());
        for (OpenLink link : Set.copyOf(open)) {
            Thread.startVirtualThread(() -> {
                try {
                    link.shutDown(patience);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await(patience.plus(LAST_WORDS).toMillis(), TimeUnit.MILLISECONDS);
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        while (!open.isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.sleep(10);
        }
        if (!last.drain(Duration.ofNanos(end - System.nanoTime()).plus(LAST_WORDS))) {
            LOG.log(Level.WARNING, "Messages of stations were still being served; the stations got no answer to them");
        }
    }
}

package org.ohmstead.app.socket;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationRef;

/**
 * The newest link of each station, and for a while longer than it is open: until all that came over it is served. So what a
 * station says over its next connection does not overtake what it said over the last one.
 */
final class LastLinks {
    /** Longer than any healthy handler takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConcurrentMap<Long, Last> last = new ConcurrentHashMap<>();

    private record Last(long handshake, OcppLink<Caller> link) {}

    /**
     * Takes a link before its first message; it goes on where the one before it ended. One that comes here late, behind a newer
     * one of its station, follows nobody and nobody follows it.
     */
    void add(StationLink of, OcppLink<Caller> link) {
        StationRef station = of.station();
        Last young = new Last(of.handshake(), link);
        Last former;
        synchronized (last) {
            former = last.get(station.id());
            if (former != null && former.handshake() > of.handshake()) {
                return;
            }
            last.put(station.id(), young);
        }
        if (former != null) {
            if (former.link().version() == link.version()) {
                link.resume(former.link().replies());
            }
            link.follow(former.link(), PATIENCE);
        }
        link.whenDone(() -> last.remove(station.id(), young));
    }

    /** Waits until all that has come is served. @return false: patience ran out first */
    boolean drain(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean all = true;
        for (Last one : List.copyOf(last.values())) {
            all &= one.link().drain(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        return all;
    }
}

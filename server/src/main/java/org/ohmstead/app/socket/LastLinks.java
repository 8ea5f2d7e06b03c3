package org.ohmstead.app.socket;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;

/**
 * The newest link of each station, and for a while longer than it is open: until all that came over it is served. So what a
 * station says over its next connection does not overtake what it said over the last one.
 */
final class LastLinks {
    /** Longer than any healthy handler takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConcurrentMap<Long, OcppLink<Caller>> last = new ConcurrentHashMap<>();

    /** Takes a link before its first message; it goes on where the one before it ended. */
    void add(StationRef station, OcppLink<Caller> link) {
        OcppLink<Caller> former = last.put(station.id(), link);
        if (former != null) {
            if (former.version() == link.version()) {
                link.resume(former.replies());
            }
            link.follow(former, PATIENCE);
        }
        link.whenDone(() -> last.remove(station.id(), link));
    }

    /** Waits until all that has come is served. @return false: patience ran out first */
    boolean drain(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean all = true;
        for (OcppLink<Caller> link : List.copyOf(last.values())) {
            all &= link.drain(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        return all;
    }
}

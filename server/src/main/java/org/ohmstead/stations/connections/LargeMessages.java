package org.ohmstead.stations.connections;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ohmstead.stations.StationRef;

/**
 * Messages that were too large to be read. A station can do nothing about it but send such a message again, and all its others
 * wait behind it; so the second time in a row is told to people. In memory: it comes again soon enough.
 */
@Singleton
public class LargeMessages {
    /**
     * @param size  what it would have had, or had when it was given up; bytes
     * @param limit bytes
     */
    private record TooLarge(String action, long size, long limit, String setting, int inARow, Instant lastAt) {
        TooLarge next(TooLarge again) {
            boolean same = action.equals(again.action);
            return new TooLarge(
                    again.action, again.size, again.limit, again.setting, same ? inARow + 1 : 1, again.lastAt);
        }
    }

    private final ConcurrentMap<Long, TooLarge> byStation = new ConcurrentHashMap<>();

    /**
     * A message was not read.
     *
     * @param action  as the message names it; empty: it could not be seen
     * @param setting that holds the limit
     */
    public void refused(StationRef station, String action, long size, long limit, String setting, Instant at) {
        byStation.merge(station.id(), new TooLarge(action, size, limit, setting, 1, at), TooLarge::next);
    }

    /** A message of this action came through, so nothing waits behind one any more. Costs next to nothing. */
    public void served(StationRef station, String action) {
        if (!byStation.isEmpty()) {
            byStation.computeIfPresent(
                    station.id(), (id, last) -> last.action.isEmpty() || last.action.equals(action) ? null : last);
        }
    }

    /** What an operator has to know; empty: nothing. */
    public Optional<String> warning(StationRef station) {
        TooLarge last = byStation.get(station.id());
        if (last == null || last.inARow < 2) {
            return Optional.empty();
        }
        return Optional.of((last.action.isEmpty() ? "A message" : "Its " + last.action)
                + " is too large and comes again"
                + " and again (" + last.inARow + " times, last at " + last.lastAt + "): it has at least " + last.size
                + " bytes, " + last.limit + " are allowed. What the station has to say waits behind it. Raise "
                + last.setting + ".");
    }
}

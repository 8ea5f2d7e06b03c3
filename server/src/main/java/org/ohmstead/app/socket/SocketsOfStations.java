package org.ohmstead.app.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The connections of each station, until they are closed on the wire, too. It needs one, and has some more while old ones end;
 * whoever only knows its identity must not hold thousands. The newest ones stay, because the station itself may be among them.
 */
final class SocketsOfStations {
    private final int most;
    private final ConcurrentMap<Long, List<OpenLink>> byStation = new ConcurrentHashMap<>();

    /** @param most of one station */
    SocketsOfStations(int most) {
        this.most = most;
    }

    /** @return the one that has to go for it; null: none */
    @Nullable
    OpenLink add(OpenLink young) {
        @Nullable OpenLink[] oldest = new @Nullable OpenLink[1];
        byStation.compute(young.station().id(), (station, known) -> {
            List<OpenLink> links = known == null ? new ArrayList<>(1) : known;
            links.add(young);
            oldest[0] = links.size() > most ? links.removeFirst() : null;
            return links;
        });
        return oldest[0];
    }

    void remove(OpenLink link) {
        byStation.computeIfPresent(link.station().id(), (station, links) -> {
            links.remove(link);
            return links.isEmpty() ? null : links;
        });
    }
}

package org.ohmstead.iso15118.fetch;

import java.util.HashMap;
import java.util.Map;
import org.ohmstead.stations.StationRef;

/**
 * How many others are asked at one time for stations. Each station and each tenant has a share, so that one which names others that
 * never answer takes the room from itself alone.
 */
final class Room {
    private static final int OF_ALL = 256;
    private static final int OF_TENANT = 128;
    private static final int OF_STATION = 16;

    private final Map<Long, Integer> tenants = new HashMap<>();
    private final Map<Long, Integer> stations = new HashMap<>();
    private int all;

    /** @return false: there is none */
    synchronized boolean enter(StationRef asker) {
        boolean hasRoom = all < OF_ALL
                && tenants.getOrDefault(asker.tenant(), 0) < OF_TENANT
                && stations.getOrDefault(asker.id(), 0) < OF_STATION;
        if (hasRoom) {
            all++;
            tenants.merge(asker.tenant(), 1, Integer::sum);
            stations.merge(asker.id(), 1, Integer::sum);
        }
        return hasRoom;
    }

    synchronized void leave(StationRef asker) {
        all--;
        tenants.computeIfPresent(asker.tenant(), (id, count) -> count == 1 ? null : count - 1);
        stations.computeIfPresent(asker.id(), (id, count) -> count == 1 ? null : count - 1);
    }
}

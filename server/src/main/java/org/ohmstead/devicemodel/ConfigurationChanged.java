package org.ohmstead.devicemodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;
import org.ohmstead.stations.StationRef;

/**
 * A station is set to something else: it has accepted that from here, or tells it. Not told of what cannot be set.
 *
 * @param by      who set it; null: it was found so
 * @param count   how many values are others now
 * @param changes the first of them, at most 50
 */
public record ConfigurationChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        @Nullable String by,
        int count,
        List<Change> changes) implements Event {
    private static final int MOST = 50;

    /**
     * @param name   all of its name in one, such as {@code OCPPCommCtrlr.HeartbeatInterval}
     * @param before null: none
     * @param after  null: none
     */
    public record Change(
            String name, @Nullable String before, @Nullable String after) {}

    static ConfigurationChanged of(StationRef station, Instant at, @Nullable String by, List<Change> changes) {
        List<Change> shown = changes.stream().limit(MOST).toList();
        return new ConfigurationChanged(
                station.tenant(), station.id(), at, station.identity(), by, changes.size(), shown);
    }

    @Override
    public String kind() {
        return "configuration.changed";
    }
}

package org.ohmstead.configuration.desired;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Somebody has said what a station, or all of a group, is to be set to.
 *
 * @param identity of the station; null: it is of a group
 * @param group    number of the group; null: it is of a station
 * @param by       who says so
 * @param count    how many values these are now
 * @param enforced how many of them are set again when they are lost
 */
public record ConfigurationWanted(
        long tenant,
        @Nullable Long station,
        Instant at,
        @Nullable String identity,
        @Nullable Long group,
        String by,
        int count,
        int enforced)
        implements Event {
    @Override
    public String kind() {
        return "configuration.wanted";
    }
}

package org.ohmstead.stations.securityprofiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * The way of a station to a higher security profile has come into another state.
 *
 * @param profile where it is to go
 * @param before  where it was; null: none was set
 * @param state   such as {@code connected} or {@code failed}
 * @param by      who wanted it
 */
public record SecurityUpgraded(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int profile,
        @Nullable Integer before,
        String state,
        @Nullable String reason,
        String by)
        implements Event {
    @Override
    public String kind() {
        return "station.security-upgrade";
    }
}

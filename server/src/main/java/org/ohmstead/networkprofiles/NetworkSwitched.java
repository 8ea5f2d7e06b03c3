package org.ohmstead.networkprofiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * The move of a station to another slot has come into another state.
 *
 * @param slot  where it is to go
 * @param state such as {@code confirmed} or {@code fellBack}
 * @param by    who wanted it
 */
public record NetworkSwitched(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int slot,
        String state,
        @Nullable String reason,
        String by)
        implements Event {
    @Override
    public String kind() {
        return "network-profile.switched";
    }
}

package org.ohmstead.stations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has sent a BootNotification. Told of every accepted boot, and of a pending or rejected one when it brings
 * something new: such a station repeats it for as long as it is not accepted.
 *
 * @param registration    what it was answered
 * @param ocppVersion     such as {@code 2.0.1}
 * @param firmwareChanged whether it came back with another firmware; false for its first boot
 */
public record StationBooted(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String registration,
        String ocppVersion,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String firmwareVersion,
        boolean firmwareChanged,
        @Nullable String reason)
        implements Event {
    @Override
    public String kind() {
        return "station.booted";
    }
}

package org.ohmstead.smartcharging.needs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * An EV has told how it plans to charge.
 *
 * @param answer Accepted, or Rejected where it is more than it was offered
 */
public record EvScheduleReported(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int evse,
        @Nullable String transactionId,
        String answer) implements Event {
    @Override
    public String kind() {
        return "ev-schedule.reported";
    }
}

package org.ohmstead.smartcharging.needs;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * An EV has asked for something.
 *
 * @param mode   of energy transfer, in the EV's word
 * @param answer what the station was answered
 */
public record ChargingNeedsReported(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int evse,
        @Nullable String transactionId,
        String mode,
        @Nullable Instant departsAt,
        @Nullable BigDecimal energyWh,
        String answer)
        implements Event {
    @Override
    public String kind() {
        return "charging-needs.reported";
    }
}

package org.ohmstead.batteryswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A swap of batteries has gone on.
 *
 * @param swap  its number in {@code GET /api/v1/battery-swaps/{id}}
 * @param state how far it has come
 * @param in    the batteries that were put in, as BatteryData of OCPP 2.1 has them; null: none yet
 * @param out   those that were taken out; null: none yet
 */
public record BatterySwapChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long swap,
        long requestId,
        String token,
        String state,
        @Nullable JsonNode in,
        @Nullable JsonNode out)
        implements Event {
    @Override
    public String kind() {
        return "battery-swap.changed";
    }
}

package org.ohmstead.remote.controls;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has unlocked a connector that it was told to, or could not.
 *
 * @param connector counted within its EVSE
 * @param command   that told it to
 * @param actor     who wanted it
 * @param status    the station's word; null: it answered with an error
 * @param note      what the station says beside it
 */
public record ConnectorUnlock(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int evse,
        int connector,
        long command,
        String actor,
        @Nullable String status,
        @Nullable String note)
        implements Event {
    @Override
    @JsonIgnore
    public String kind() {
        return "Unlocked".equals(status) ? "connector.unlocked" : "connector.unlock-failed";
    }
}

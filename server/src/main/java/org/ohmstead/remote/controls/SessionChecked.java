package org.ohmstead.remote.controls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has said how a session stands with it.
 *
 * @param command         that asked
 * @param transactionId   the station's id of the session; null: all of them
 * @param ongoing         whether it runs there; null: not said
 * @param messagesInQueue whether messages of it, or of any, are still to come
 */
public record SessionChecked(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long command,
        @Nullable String transactionId,
        @Nullable Boolean ongoing,
        boolean messagesInQueue)
        implements Event {
    @Override
    public String kind() {
        return "session.checked";
    }
}

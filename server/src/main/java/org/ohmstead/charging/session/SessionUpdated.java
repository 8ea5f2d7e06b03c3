package org.ohmstead.charging.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Something about a session has changed, other than its meter.
 *
 * @param at      when we learnt of it
 * @param session as it stands
 */
public record SessionUpdated(long tenant, @Nullable Long station, Instant at, SessionView session) implements Event {
    public static SessionUpdated of(ChargingSession session) {
        return new SessionUpdated(
                session.origin().station().tenant(),
                session.origin().station().id(),
                session.times().updatedAt(),
                SessionView.of(session));
    }

    @Override
    public String kind() {
        return "session.updated";
    }
}

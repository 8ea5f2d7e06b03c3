package org.ohmstead.charging.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A session has begun, or is seen for the first time.
 *
 * @param at      when it began by the time we believe: for an offline station long ago
 * @param session as it stands
 */
public record SessionStarted(long tenant, @Nullable Long station, Instant at, SessionView session) implements Event {
    public static SessionStarted of(ChargingSession session) {
        return new SessionStarted(
                session.origin().station().tenant(),
                session.origin().station().id(),
                session.times().startedAt(),
                SessionView.of(session));
    }

    @Override
    public String kind() {
        return "session.started";
    }
}

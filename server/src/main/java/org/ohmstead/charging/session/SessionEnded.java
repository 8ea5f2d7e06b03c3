package org.ohmstead.charging.session;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A session is over.
 *
 * @param at      when it ended by the time we believe: for an offline station long ago
 * @param session as it stands; late messages may still complete it
 */
public record SessionEnded(long tenant, @Nullable Long station, Instant at, SessionView session) implements Event {
    public static SessionEnded of(ChargingSession session) {
        return new SessionEnded(
                session.origin().station().tenant(),
                session.origin().station().id(),
                Objects.requireNonNullElse(
                        session.times().endedAt(), session.times().updatedAt()),
                SessionView.of(session));
    }

    @Override
    public String kind() {
        return "session.ended";
    }
}

package org.ohmstead.charging.session;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Something about a session is not as it should be, and somebody should look at it.
 *
 * @param at         when we learnt of it
 * @param suspicions what is new
 * @param session    as it stands, with all its suspicions
 */
public record SessionSuspect(
        long tenant, @Nullable Long station, Instant at, List<String> suspicions, SessionView session)
        implements Event {
    public static SessionSuspect of(ChargingSession session, Set<Suspicion> fresh) {
        return new SessionSuspect(
                session.origin().station().tenant(),
                session.origin().station().id(),
                session.times().updatedAt(),
                fresh.stream().map(Suspicion::word).toList(),
                SessionView.of(session));
    }

    @Override
    public String kind() {
        return "session.suspect";
    }
}

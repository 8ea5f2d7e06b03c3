package org.ohmstead.tokens.blocking;

import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.tokens.RunningSession;

/** How {@link TokenSessions} has sessions stopped; the charging slice does it. */
public interface SessionStops {
    /**
     * Tells the stations to stop sessions, without waiting for them: what they answer is logged, and stands in the evidence of
     * each session.
     *
     * @param why for that evidence
     */
    void stopLater(Actor by, List<RunningSession> sessions, String why);
}

package org.ohmstead.tokens;

import java.util.List;

/** How {@link TokenSessions} has sessions stopped; the charging slice does it. */
public interface SessionStops {
    /**
     * Tells the stations to stop sessions, without waiting for them: what they answer is logged, and stands in the evidence of
     * each session.
     *
     * @param why for that evidence
     */
    void stopLater(long tenant, List<RunningSession> sessions, String why);
}

package org.ohmstead.charging.session;

import java.time.Duration;
import java.time.Instant;

/**
 * What tells that an open session is over, although its station has not said so.
 *
 * @param by     what it is
 * @param at     when we saw it
 * @param freeAt from then on the session counts as over: it keeps no token busy, and is closed a while later
 */
public record EndSign(ClosedBy by, Instant at, Instant freeAt) {

    public static EndSign of(ClosedBy by, Instant at, Duration wait) {
        Instant now = EventTime.micros(at);
        return new EndSign(by, now, EventTime.micros(now.plus(wait)));
    }

    /** The same, seen later. */
    public EndSign movedTo(Instant later) {
        return of(by, later, Duration.between(at, freeAt));
    }
}

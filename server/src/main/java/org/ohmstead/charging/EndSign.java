package org.ohmstead.charging;

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

    static EndSign of(ClosedBy by, Instant at, Duration wait) {
        Instant now = Moment.micros(at);
        return new EndSign(by, now, Moment.micros(now.plus(wait)));
    }

    /** The same, seen later. */
    EndSign movedTo(Instant later) {
        return of(by, later, Duration.between(at, freeAt));
    }
}

package org.ohmstead.tokens;

import org.jspecify.annotations.Nullable;

/** What {@link Tokens} must know of charging sessions; the charging slice answers. */
public interface RunningSessions {
    /**
     * How many sessions run with a token. Stale and superseded ones do not count, so that a stop that never came
     * does not lock a driver out (matth-x/MicroOcpp#44).
     *
     * @param tokenKey token value in lower case
     * @param except   number of a session to leave out; null: none
     */
    int open(long tenant, String tokenKey, @Nullable Long except);
}

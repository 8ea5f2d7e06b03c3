package org.ohmstead.tokens;

import java.util.Collection;
import java.util.List;
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

    /**
     * The open sessions that may run with one of some tokens, in the order of their numbers: also those that are silent for
     * long and those that were refused and charge all the same, but none whose station tells otherwise that it is over.
     *
     * @param tokenKeys of all values of the tokens, any number; see {@link Token#key}
     */
    List<RunningSession> with(long tenant, Collection<String> tokenKeys);
}

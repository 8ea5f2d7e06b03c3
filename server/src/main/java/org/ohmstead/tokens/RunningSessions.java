package org.ohmstead.tokens;

import java.util.Collection;
import java.util.List;
import org.ohmstead.db.Scope;

/** What {@link Tokens} must know of charging sessions; the charging slice answers. */
public interface RunningSessions {
    /**
     * A session that keeps a token busy.
     *
     * @param id      of the session
     * @param station at which it runs; see {@link org.ohmstead.stations.StationRef#id}
     */
    record Holder(long id, long station) {}

    /**
     * The sessions that keep a token busy. Refused, stale and superseded ones do not, so that a stop that never came
     * does not lock a driver out (matth-x/MicroOcpp#44).
     *
     * @param scope    of a whole tenant
     * @param tokenKey token value in lower case
     */
    List<Holder> holders(Scope scope, String tokenKey);

    /**
     * The open sessions that may run with one of some tokens, in the order of their numbers: also those that are silent for
     * long and those that were refused and charge all the same, but none whose station tells otherwise that it is over.
     *
     * @param tokenKeys of all values of the tokens, any number; see {@link Token#key}
     */
    List<RunningSession> with(Scope scope, Collection<String> tokenKeys);
}

package org.ohmstead.doctor;

import org.ohmstead.access.Actor;

/**
 * One way to correct or accept a problem from here, where that is safe. A bean that implements it is found by itself, and offered
 * wherever it is possible.
 */
public interface ProblemAction {
    /** As it stands in the API, such as {@code create_station}. */
    String word();

    boolean isPossible(ConnectionProblem problem);

    /** Does it, with a line in the audit log. */
    void apply(Actor actor, ConnectionProblem problem);
}

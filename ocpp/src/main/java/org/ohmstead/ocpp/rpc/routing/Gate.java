package org.ohmstead.ocpp.rpc.routing;

import java.util.Optional;

/**
 * Asked before a CALL or SEND is handled, on the worker and so in order with the handlers: a station that is not accepted
 * yet gets a SecurityError (B02.FR.09, B03.FR.07). It is asked before anything is said about the message itself, so that
 * such a station does not learn from the errors which actions there are and how they are read.
 */
@FunctionalInterface
public interface Gate<C> {
    /**
     * The refusal to answer with; empty: let it pass.
     *
     * @param action as the catalogue names it, or as it came where the catalogue has none such; empty: none came
     */
    Optional<CallRefused> refusal(C caller, String action);

    /** Whether it is known without waiting that {@link #refusal} lets everything of this caller pass. */
    default boolean isKnownToBeOpen(C caller) {
        return false;
    }
}

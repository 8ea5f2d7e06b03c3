package org.ohmstead.ocpp.rpc;

import java.util.Optional;
import org.ohmstead.ocpp.Action;

/**
 * Asked before a CALL or SEND is handled, on the worker and so in order with the handlers: a station that is not accepted
 * yet gets a SecurityError (B02.FR.09, B03.FR.07).
 */
@FunctionalInterface
public interface Gate<C> {
    /** The refusal to answer with; empty: let it pass. */
    Optional<CallRefused> refusal(C caller, Action action, Record request);
}

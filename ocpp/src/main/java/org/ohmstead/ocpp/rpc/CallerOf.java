package org.ohmstead.ocpp.rpc;

import java.util.List;
import org.ohmstead.ocpp.codec.Deviation;

/**
 * Makes the caller that a handler gets, for each CALL and SEND. Asked on the thread that reads the socket, so now is the
 * moment of arrival; a handler may run much later.
 */
@FunctionalInterface
public interface CallerOf<C> {
    /**
     * @param messageId  as it came
     * @param action     as the catalogue names it
     * @param deviations where the message differs from its schema and was tolerated
     */
    C of(String messageId, String action, List<Deviation> deviations);

    /** The same for every message. */
    static <C> CallerOf<C> always(C caller) {
        return (messageId, action, deviations) -> caller;
    }
}

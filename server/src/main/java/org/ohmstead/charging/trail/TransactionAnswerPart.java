package org.ohmstead.charging.trail;

import org.ohmstead.charging.session.ChargingSession;

/**
 * What another slice tells a station in answer to an event of a session: what it costs up to now, a message for the driver. A bean
 * that implements it is found by itself. It is asked when the event is on disk; where it throws, the log says so
 * and the answer goes without it.
 */
public interface TransactionAnswerPart {
    /**
     * @param answer  what others have said; their words are kept unless there is a reason
     * @param session as the event left it
     */
    TransactionAnswer add(TransactionAnswer answer, TransactionReport report, ChargingSession session);
}

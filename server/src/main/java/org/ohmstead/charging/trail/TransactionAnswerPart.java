package org.ohmstead.charging.trail;

import org.ohmstead.charging.session.ChargingSession;

/**
 * What another slice tells a station in answer to an event of a session: what it costs up to now, a message for the driver. A bean
 * that implements it is found by itself. It is asked when the event is on disk, and what it throws makes the station send the
 * event again, which changes nothing.
 */
public interface TransactionAnswerPart {
    /**
     * @param answer  what others have said; their words are kept unless there is a reason
     * @param session as the event left it
     */
    TransactionAnswer add(TransactionAnswer answer, TransactionReport report, ChargingSession session);
}

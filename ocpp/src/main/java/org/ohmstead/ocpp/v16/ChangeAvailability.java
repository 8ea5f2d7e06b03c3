package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Makes a connector or the whole station operative or inoperative, across restarts; CSMS to station.
 * Source: OCPP 1.6 §5.2.
 */
public interface ChangeAvailability {

    /**
     * @param connectorId connector from 1; 0 for the station with all its connectors
     * @param type        the wanted availability
     */
    record Request(int connectorId, Type type) implements OcppCall<Response> {}

    /** @param status Scheduled when a running transaction has to end first */
    record Response(Status status) implements OcppResult {}

    /** Outcome of a change of availability. Scheduled: it takes effect when the transaction ends. */
    enum Status {
        Accepted,
        Rejected,
        Scheduled
    }

    /** Whether a connector may be used for new transactions. */
    enum Type {
        Inoperative,
        Operative
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Asks the station to stop a transaction; CSMS to station.
 * Source: OCPP 1.6 §5.12.
 */
public interface RemoteStopTransaction {

    /** @param transactionId identifier that the CSMS gave the transaction */
    record Request(long transactionId) implements OcppCall<Response> {}

    /** @param status Rejected when no such transaction runs */
    record Response(Status status) implements OcppResult {}

    /** Whether the station will stop. */
    enum Status {
        Accepted,
        Rejected
    }
}

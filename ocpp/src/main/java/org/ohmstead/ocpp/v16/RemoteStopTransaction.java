package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Ask the point to stop a transaction by transactionId; CSMS to station.
 * Source: OCPP 1.6 §5.12.
 */
public interface RemoteStopTransaction {

    /** What the sender of RemoteStopTransaction says. */
    record Request(long transactionId) implements OcppCall<Response> {}

    /** The answer to RemoteStopTransaction. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Release the cable lock of a connector; CSMS to station.
 * Source: OCPP 1.6 §5.18.
 */
public interface UnlockConnector {

    /** What the sender of UnlockConnector says. */
    record Request(int connectorId) implements OcppCall<Response> {}

    /** The answer to UnlockConnector. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Unlocked,
        UnlockFailed,
        NotSupported
    }
}

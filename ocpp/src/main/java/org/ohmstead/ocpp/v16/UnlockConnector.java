package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Releases the cable lock of a connector, and stops its transaction; CSMS to station.
 * Source: OCPP 1.6 §5.18.
 */
public interface UnlockConnector {

    /** @param connectorId connector to unlock, from 1 */
    record Request(int connectorId) implements OcppCall<Response> {}

    /** @param status what became of the lock */
    record Response(Status status) implements OcppResult {}

    /** Outcome of unlocking. NotSupported: there is no lock, or no such connector. */
    enum Status {
        Unlocked,
        UnlockFailed,
        NotSupported
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Make a connector (or the whole point, connectorId 0) operative or inoperative; may be scheduled behind a running transaction; CSMS to station.
 * Source: OCPP 1.6 §5.2.
 */
public interface ChangeAvailability {

    /** What the sender of ChangeAvailability says. */
    record Request(int connectorId, Type type) implements OcppCall<Response> {}

    /** The answer to ChangeAvailability. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected,
        Scheduled
    }

    /** Type. */
    enum Type {
        Inoperative,
        Operative
    }
}

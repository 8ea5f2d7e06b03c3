package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Cancel a reservation by id; CSMS to station.
 * Source: OCPP 1.6 §5.1.
 */
public interface CancelReservation {

    /** What the sender of CancelReservation says. */
    record Request(int reservationId) implements OcppCall<Response> {}

    /** The answer to CancelReservation. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected
    }
}

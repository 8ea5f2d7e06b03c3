package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Cancels a reservation by its identifier; CSMS to station.
 * Source: OCPP 1.6 §5.1.
 */
public interface CancelReservation {

    /** @param reservationId reservation to cancel */
    record Request(int reservationId) implements OcppCall<Response> {}

    /** @param status Rejected when the station knows no such reservation */
    record Response(Status status) implements OcppResult {}

    /** Outcome of a cancellation. */
    enum Status {
        Accepted,
        Rejected
    }
}

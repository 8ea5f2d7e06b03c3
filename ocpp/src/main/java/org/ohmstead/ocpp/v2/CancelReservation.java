package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;

/**
 * Cancels a reservation by its identifier; CSMS to station.
 * Source: OCPP 2.x H02.
 */
public interface CancelReservation {

    /** @param reservationId reservation to cancel */
    record Request(
            @Range(min = 0, since = V21) int reservationId,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int reservationId) {
            this(reservationId, null);
        }
    }

    /**
     * @param status     Rejected when the station knows no such reservation
     * @param statusInfo reason, as code and text
     */
    record Response(
            CancelReservationStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(CancelReservationStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(CancelReservationStatus status) {
            this(status, null, null);
        }
    }

    /** Outcome of a cancellation. */
    enum CancelReservationStatus {
        Accepted,
        Rejected
    }
}

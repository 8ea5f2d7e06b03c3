package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Report a reservation expired or removed (2.1: or NoTransaction); station to CSMS.
 * Source: OCPP 2.x H01, H03, H04.
 */
public interface ReservationStatusUpdate {

    /** What the sender of ReservationStatusUpdate says. */
    record Request(
            @Range(min = 0, since = V21) int reservationId,
            ReservationUpdateStatus reservationUpdateStatus,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int reservationId, ReservationUpdateStatus reservationUpdateStatus) {
            this(reservationId, reservationUpdateStatus, null);
        }
    }

    /** The answer to ReservationStatusUpdate. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Reservation Update Status. */
    enum ReservationUpdateStatus {
        Expired,
        Removed,
        @Since(V21)
        NoTransaction
    }
}

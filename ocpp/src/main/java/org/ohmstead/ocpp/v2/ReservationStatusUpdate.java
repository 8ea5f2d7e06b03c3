package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports that a reservation ended without being used; station to CSMS.
 * Source: OCPP 2.x H01, H03, H04.
 */
public interface ReservationStatusUpdate {

    /**
     * @param reservationId           reservation concerned
     * @param reservationUpdateStatus how it ended
     */
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

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** How a reservation ended. NoTransaction: the driver came, but did not plug in. */
    enum ReservationUpdateStatus {
        Expired,
        Removed,
        @Since(V21)
        NoTransaction
    }
}

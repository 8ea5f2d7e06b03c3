package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Reserve a connector (or any, connectorId 0) for an idTag until an expiry time; CSMS to station.
 * Source: OCPP 1.6 §5.13.
 */
public interface ReserveNow {

    /** What the sender of ReserveNow says. */
    record Request(
            int connectorId,
            Instant expiryDate,
            @MaxLength(20) String idTag,
            int reservationId,
            @MaxLength(20) @Nullable String parentIdTag)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(int connectorId, Instant expiryDate, String idTag, int reservationId) {
            this(connectorId, expiryDate, idTag, reservationId, null);
        }
    }

    /** The answer to ReserveNow. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Faulted,
        Occupied,
        Rejected,
        Unavailable
    }
}

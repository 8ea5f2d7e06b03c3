package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Reserves a connector for an idTag until a given time; CSMS to station.
 * Source: OCPP 1.6 §5.13.
 */
public interface ReserveNow {

    /**
     * @param connectorId   connector to reserve; 0 for whichever is free
     * @param expiryDate    when the reservation lapses; UTC
     * @param idTag         token it is held for
     * @param reservationId identifier chosen by the CSMS, unique per station; the same one replaces
     * @param parentIdTag   group whose tags may use it too
     */
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

    /** @param status Accepted, or why not */
    record Response(Status status) implements OcppResult {}

    /**
     * Outcome of a reservation. Occupied: in use or reserved already; Rejected: the station does not reserve at all.
     */
    enum Status {
        Accepted,
        Faulted,
        Occupied,
        Rejected,
        Unavailable
    }
}

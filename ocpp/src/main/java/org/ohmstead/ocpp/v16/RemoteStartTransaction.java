package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Ask the point to start a transaction for an idTag, optionally with a TxProfile; CSMS to station.
 * Source: OCPP 1.6 §5.11.
 */
public interface RemoteStartTransaction {

    /** What the sender of RemoteStartTransaction says. */
    record Request(
            @MaxLength(20) String idTag,
            @Nullable Integer connectorId,
            @Nullable ChargingProfile chargingProfile) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(String idTag) {
            this(idTag, null, null);
        }
    }

    /** The answer to RemoteStartTransaction. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected
    }
}

package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Asks the station to start a transaction for an idTag; CSMS to station.
 * Source: OCPP 1.6 §5.11.
 */
public interface RemoteStartTransaction {

    /**
     * @param idTag           token that the transaction runs for
     * @param connectorId     connector to use, from 1; absent: the station chooses, or rejects
     * @param chargingProfile profile for this transaction: purpose TxProfile, no transactionId
     */
    record Request(
            @MaxLength(20) String idTag,
            @Nullable Integer connectorId,
            @Nullable ChargingProfile chargingProfile) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(String idTag) {
            this(idTag, null, null);
        }
    }

    /** @param status Accepted means that the station will try; the start itself comes as a StartTransaction */
    record Response(Status status) implements OcppResult {}

    /** Whether the station will try to start. */
    enum Status {
        Accepted,
        Rejected
    }
}

package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Asks the station to stop a transaction; CSMS to station.
 * Source: OCPP 2.x F03, F04.
 */
public interface RequestStopTransaction {

    /** @param transactionId transaction to stop */
    record Request(
            @MaxLength(36) String transactionId, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String transactionId) {
            this(transactionId, null);
        }
    }

    /**
     * @param status     Rejected when no such transaction runs
     * @param statusInfo reason, as code and text
     */
    record Response(
            RequestStartStopStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(RequestStartStopStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(RequestStartStopStatus status) {
            this(status, null, null);
        }
    }
}

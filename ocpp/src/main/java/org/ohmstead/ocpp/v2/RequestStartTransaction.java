package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Asks the station to start a transaction; CSMS to station.
 * Source: OCPP 2.x F01, F02, F07, C05, C24, C25, H03, K05.
 */
public interface RequestStartTransaction {

    /**
     * @param idToken         token that the transaction runs for
     * @param remoteStartId   identifier chosen by the CSMS, which the first TransactionEvent repeats
     * @param evseId          EVSE to use, from 1; absent: the station chooses, or rejects
     * @param groupIdToken    group of the token; absent: none
     * @param chargingProfile profile for this transaction: purpose TxProfile, no transactionId
     */
    record Request(
            IdToken idToken,
            int remoteStartId,
            @Range(min = 1, since = V21) @Nullable Integer evseId,
            @Nullable IdToken groupIdToken,
            @Nullable ChargingProfile chargingProfile,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                IdToken idToken,
                int remoteStartId,
                @Nullable Integer evseId,
                @Nullable IdToken groupIdToken,
                @Nullable ChargingProfile chargingProfile) {
            this(idToken, remoteStartId, evseId, groupIdToken, chargingProfile, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(IdToken idToken, int remoteStartId) {
            this(idToken, remoteStartId, null, null, null, null);
        }
    }

    /**
     * @param status        Accepted means that the station will try
     * @param statusInfo    reason, as code and text
     * @param transactionId transaction that ran already, since the cable came first; absent: it is yet to start
     */
    record Response(
            RequestStartStopStatus status,
            @Nullable StatusInfo statusInfo,
            @MaxLength(36) @Nullable String transactionId,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                RequestStartStopStatus status, @Nullable StatusInfo statusInfo, @Nullable String transactionId) {
            this(status, statusInfo, transactionId, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(RequestStartStopStatus status) {
            this(status, null, null, null);
        }
    }
}

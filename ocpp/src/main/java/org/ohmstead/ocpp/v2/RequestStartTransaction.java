package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Ask the station to start a transaction; CSMS to station.
 * Source: OCPP 2.x F01, F02, F07, C05, C24, C25, H03, K05.
 */
public interface RequestStartTransaction {

    /** What the sender of RequestStartTransaction says. */
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

    /** The answer to RequestStartTransaction. */
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

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;

/**
 * Releases the cable lock of a connector; CSMS to station.
 * Source: OCPP 2.x F05.
 */
public interface UnlockConnector {

    /**
     * @param evseId      EVSE, numbered from 1
     * @param connectorId connector of the EVSE, numbered from 1
     */
    record Request(
            @Range(min = 0, since = V21) int evseId,
            @Range(min = 0, since = V21) int connectorId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId, int connectorId) {
            this(evseId, connectorId, null);
        }
    }

    /**
     * @param status     what became of the lock
     * @param statusInfo reason, as code and text
     */
    record Response(
            UnlockStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(UnlockStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(UnlockStatus status) {
            this(status, null, null);
        }
    }

    /** Outcome of unlocking. OngoingAuthorizedTransaction: it stays locked as long as one runs. */
    enum UnlockStatus {
        Unlocked,
        UnlockFailed,
        OngoingAuthorizedTransaction,
        UnknownConnector
    }
}

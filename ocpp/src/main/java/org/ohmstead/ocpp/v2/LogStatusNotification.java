package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;

/**
 * Tells how far an upload asked for by GetLog has come; station to CSMS.
 * Source: OCPP 2.x N01, F06.
 */
public interface LogStatusNotification {

    /**
     * @param status     state of the upload
     * @param requestId  the one of GetLog; absent only in answer to a trigger with nothing under way
     * @param statusInfo reason, as code and text
     */
    record Request(
            @Required @Nullable UploadLogStatus status,
            @Nullable Integer requestId,
            @Since(V21) @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(@Nullable UploadLogStatus status, @Nullable Integer requestId, @Nullable StatusInfo statusInfo) {
            this(status, requestId, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(@Nullable UploadLogStatus status) {
            this(status, null, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /**
     * State of an upload. BadMessage and NotSupportedOperation: the server or its protocol does not suit;
     * AcceptedCanceled: broken off for a newer one; Idle answers a trigger while nothing is under way.
     */
    enum UploadLogStatus {
        BadMessage,
        Idle,
        NotSupportedOperation,
        PermissionDenied,
        Uploaded,
        UploadFailure,
        Uploading,
        AcceptedCanceled
    }
}

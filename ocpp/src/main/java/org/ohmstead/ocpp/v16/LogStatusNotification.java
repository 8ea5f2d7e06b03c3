package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Tells how far an upload asked for by GetLog has come; station to CSMS.
 * Source: OCPP 1.6 security extension N01.
 */
public interface LogStatusNotification {

    /**
     * @param status    state of the upload
     * @param requestId the one of GetLog; absent only in answer to a trigger with nothing under way
     */
    record Request(
            @Required @Nullable UploadLogStatus status,
            @Nullable Integer requestId) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable UploadLogStatus status) {
            this(status, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}

    /**
     * State of an upload. BadMessage and NotSupportedOperation: the server or its protocol does not suit; Idle answers
     * a trigger while nothing is under way.
     */
    enum UploadLogStatus {
        BadMessage,
        Idle,
        NotSupportedOperation,
        PermissionDenied,
        Uploaded,
        UploadFailure,
        Uploading
    }
}

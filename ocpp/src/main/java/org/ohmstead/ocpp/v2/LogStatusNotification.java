package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;

/**
 * Progress of a log upload; station to CSMS.
 * Source: OCPP 2.x N01, F06.
 */
public interface LogStatusNotification {

    /** What the sender of LogStatusNotification says. */
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

    /** The answer to LogStatusNotification. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /** Upload Log Status. */
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

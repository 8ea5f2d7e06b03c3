package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Progress of a GetLog upload; station to CSMS.
 * Source: OCPP 1.6 security extension N01.
 */
public interface LogStatusNotification {

    /** What the sender of LogStatusNotification says. */
    record Request(
            @Required @Nullable UploadLogStatus status,
            @Nullable Integer requestId) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable UploadLogStatus status) {
            this(status, null);
        }
    }

    /** The answer to LogStatusNotification. */
    record Response() implements OcppResult {}

    /** Upload Log Status. */
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

package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Progress of a diagnostics upload; station to CSMS.
 * Source: OCPP 1.6 §4.4.
 */
public interface DiagnosticsStatusNotification {

    /** What the sender of DiagnosticsStatusNotification says. */
    record Request(@Required @Nullable Status status) implements OcppCall<Response> {}

    /** The answer to DiagnosticsStatusNotification. */
    record Response() implements OcppResult {}

    /** Status. */
    enum Status {
        Idle,
        Uploaded,
        UploadFailed,
        Uploading
    }
}

package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Tells how far an upload of diagnostics has come; station to CSMS.
 * Source: OCPP 1.6 §4.4.
 */
public interface DiagnosticsStatusNotification {

    /** @param status state of the upload */
    record Request(@Required @Nullable Status status) implements OcppCall<Response> {}

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}

    /** State of an upload of diagnostics. Idle answers a trigger while nothing is under way. */
    enum Status {
        Idle,
        Uploaded,
        UploadFailed,
        Uploading
    }
}

package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Uri;

/**
 * Ask for upload of a diagnostics file to a URI; CSMS to station.
 * Source: OCPP 1.6 §5.9.
 */
public interface GetDiagnostics {

    /** What the sender of GetDiagnostics says. */
    record Request(
            @Uri String location,
            @Nullable Integer retries,
            @Nullable Integer retryInterval,
            @Nullable Instant startTime,
            @Nullable Instant stopTime)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(String location) {
            this(location, null, null, null, null);
        }
    }

    /** The answer to GetDiagnostics. */
    record Response(@MaxLength(255) @Nullable String fileName) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null);
        }
    }
}

package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Ask for upload of the diagnostics or security log; CSMS to station.
 * Source: OCPP 1.6 security extension N01.
 */
public interface GetLog {

    /** What the sender of GetLog says. */
    record Request(
            LogParameters log,
            Log logType,
            int requestId,
            @Nullable Integer retries,
            @Nullable Integer retryInterval) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(LogParameters log, Log logType, int requestId) {
            this(log, logType, requestId, null, null);
        }
    }

    /** The answer to GetLog. */
    record Response(
            LogStatus status, @MaxLength(255) @Nullable String filename) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response(LogStatus status) {
            this(status, null);
        }
    }

    /** Log. */
    enum Log {
        DiagnosticsLog,
        SecurityLog
    }

    /** Log Parameters. */
    record LogParameters(
            @MaxLength(512) String remoteLocation,
            @Nullable Instant oldestTimestamp,
            @Nullable Instant latestTimestamp) {
        /** What the specification requires; the rest absent. */
        public LogParameters(String remoteLocation) {
            this(remoteLocation, null, null);
        }
    }

    /** Log Status. */
    enum LogStatus {
        Accepted,
        Rejected,
        AcceptedCanceled
    }
}

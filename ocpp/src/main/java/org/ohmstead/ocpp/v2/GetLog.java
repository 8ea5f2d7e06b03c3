package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Ask for upload of a diagnostics/security (2.1: data collector) log; CSMS to station.
 * Source: OCPP 2.x N01.
 */
public interface GetLog {

    /** What the sender of GetLog says. */
    record Request(
            LogParameters log,
            Log logType,
            int requestId,
            @Range(min = 0, since = V21) @Nullable Integer retries,
            @Nullable Integer retryInterval,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                LogParameters log,
                Log logType,
                int requestId,
                @Nullable Integer retries,
                @Nullable Integer retryInterval) {
            this(log, logType, requestId, retries, retryInterval, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(LogParameters log, Log logType, int requestId) {
            this(log, logType, requestId, null, null, null);
        }
    }

    /** The answer to GetLog. */
    record Response(
            LogStatus status,
            @Nullable StatusInfo statusInfo,
            @MaxLength(255) @Nullable String filename,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(LogStatus status, @Nullable StatusInfo statusInfo, @Nullable String filename) {
            this(status, statusInfo, filename, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(LogStatus status) {
            this(status, null, null, null);
        }
    }

    /** Log. */
    enum Log {
        DiagnosticsLog,
        SecurityLog,
        @Since(V21)
        DataCollectorLog
    }

    /** Log Parameters. */
    record LogParameters(
            @MaxLength(value = 2000, v201 = 512) String remoteLocation,
            @Nullable Instant oldestTimestamp,
            @Nullable Instant latestTimestamp,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public LogParameters(
                String remoteLocation, @Nullable Instant oldestTimestamp, @Nullable Instant latestTimestamp) {
            this(remoteLocation, oldestTimestamp, latestTimestamp, null);
        }
        /** What the specification requires; the rest absent. */
        public LogParameters(String remoteLocation) {
            this(remoteLocation, null, null, null);
        }
    }

    /** Log Status. */
    enum LogStatus {
        Accepted,
        Rejected,
        AcceptedCanceled
    }
}

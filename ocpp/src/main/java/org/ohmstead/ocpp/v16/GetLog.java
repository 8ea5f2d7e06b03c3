package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Asks the station to upload its diagnostics log or its security log; CSMS to station.
 * Source: OCPP 1.6 security extension N01.
 */
public interface GetLog {

    /**
     * @param log           where to, and which span of time
     * @param logType       which log
     * @param requestId     identifier chosen by the CSMS, which the status notifications repeat
     * @param retries       how often to try again after a failure; absent: the station decides
     * @param retryInterval wait before each new attempt, in s; absent: the station decides
     */
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

    /**
     * @param status   whether an upload follows
     * @param filename name of the file to come; absent: there is nothing to upload
     */
    record Response(
            LogStatus status, @MaxLength(255) @Nullable String filename) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response(LogStatus status) {
            this(status, null);
        }
    }

    /** Which log: technical diagnostics, or security events. */
    enum Log {
        DiagnosticsLog,
        SecurityLog
    }

    /**
     * Destination and span of a log.
     *
     * @param remoteLocation  URL to upload to
     * @param oldestTimestamp oldest entry wanted; absent: from the beginning
     * @param latestTimestamp latest entry wanted; absent: until now
     */
    record LogParameters(
            @MaxLength(512) String remoteLocation,
            @Nullable Instant oldestTimestamp,
            @Nullable Instant latestTimestamp) {
        /** What the specification requires; the rest absent. */
        public LogParameters(String remoteLocation) {
            this(remoteLocation, null, null);
        }
    }

    /** Whether an upload follows. AcceptedCanceled: it does, and an earlier one was broken off for it. */
    enum LogStatus {
        Accepted,
        Rejected,
        AcceptedCanceled
    }
}

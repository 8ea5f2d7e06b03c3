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
 * Asks the station to upload a log; CSMS to station.
 * Source: OCPP 2.x N01.
 */
public interface GetLog {

    /**
     * @param log           where to, and which span of time
     * @param logType       which log
     * @param requestId     identifier chosen by the CSMS; the messages that follow repeat it
     * @param retries       how often to try again after a failure, 0 for never; absent: the station decides
     * @param retryInterval wait before each new attempt, in s; absent: the station decides
     */
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

    /**
     * @param status     whether an upload follows
     * @param statusInfo reason, as code and text
     * @param filename   name of the file to come; absent: there is nothing to upload
     */
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

    /** Which log: technical diagnostics, security events, or what a data collector recorded. */
    enum Log {
        DiagnosticsLog,
        SecurityLog,
        @Since(V21)
        DataCollectorLog
    }

    /**
     * Destination and span of a log.
     *
     * @param remoteLocation  URL to upload to; ends in a slash if the station shall add the file name
     * @param oldestTimestamp oldest entry wanted; absent: from the beginning
     * @param latestTimestamp latest entry wanted; absent: until now
     */
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

    /** Whether an upload follows. AcceptedCanceled: it does, and an earlier one was broken off for it. */
    enum LogStatus {
        Accepted,
        Rejected,
        AcceptedCanceled
    }
}

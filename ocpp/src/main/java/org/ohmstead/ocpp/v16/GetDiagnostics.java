package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Uri;

/**
 * Asks the station to upload a diagnostics file; CSMS to station.
 * Source: OCPP 1.6 §5.9.
 */
public interface GetDiagnostics {

    /**
     * @param location      directory to upload to
     * @param retries       how often to try again after a failure; absent: the station decides
     * @param retryInterval wait before each new attempt, in s; absent: the station decides
     * @param startTime     oldest entry wanted; absent: from the beginning
     * @param stopTime      latest entry wanted; absent: until now
     */
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

    /** @param fileName name of the file to come; absent: there is nothing to upload */
    record Response(@MaxLength(255) @Nullable String fileName) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response() {
            this(null);
        }
    }
}

package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Uri;

/**
 * Orders an unsigned firmware update; CSMS to station.
 * Source: OCPP 1.6 §5.19.
 */
public interface UpdateFirmware {

    /**
     * @param location      URL of the image
     * @param retrieveDate  earliest start of the download; UTC
     * @param retries       how often to try again after a failure; absent: the station decides
     * @param retryInterval wait before each new attempt, in s; absent: the station decides
     */
    record Request(
            @Uri String location,
            Instant retrieveDate,
            @Nullable Integer retries,
            @Nullable Integer retryInterval) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(String location, Instant retrieveDate) {
            this(location, retrieveDate, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}
}

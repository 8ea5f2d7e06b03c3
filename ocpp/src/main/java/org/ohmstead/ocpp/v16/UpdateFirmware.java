package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Uri;

/**
 * Order an (unsigned) firmware download and install; CSMS to station.
 * Source: OCPP 1.6 §5.19.
 */
public interface UpdateFirmware {

    /** What the sender of UpdateFirmware says. */
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

    /** The answer to UpdateFirmware. */
    record Response() implements OcppResult {}
}

package org.ohmstead.ocpp.v2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Keep-alive and clock synchronisation; station to CSMS.
 * Source: OCPP 2.x G02.
 */
public interface Heartbeat {

    /** What the sender of Heartbeat says. */
    record Request(@Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request() {
            this(null);
        }
    }

    /** The answer to Heartbeat. */
    record Response(Instant currentTime, @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(Instant currentTime) {
            this(currentTime, null);
        }
    }
}

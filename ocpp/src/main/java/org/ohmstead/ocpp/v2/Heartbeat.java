package org.ohmstead.ocpp.v2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Shows that the station is alive, and sets its clock; station to CSMS.
 * Source: OCPP 2.x G02.
 */
public interface Heartbeat {

    /** Carries nothing. */
    record Request(@Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request() {
            this(null);
        }
    }

    /** @param currentTime clock of the CSMS, to which the station sets its own; UTC */
    record Response(Instant currentTime, @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(Instant currentTime) {
            this(currentTime, null);
        }
    }
}

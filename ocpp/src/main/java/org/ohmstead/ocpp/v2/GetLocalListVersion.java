package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Reads the version of the local list; CSMS to station.
 * Source: OCPP 2.x D02.
 */
public interface GetLocalListVersion {

    /** Carries nothing. */
    record Request(@Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request() {
            this(null);
        }
    }

    /** @param versionNumber version last sent; 0: there is no list, or it is disabled */
    record Response(int versionNumber, @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(int versionNumber) {
            this(versionNumber, null);
        }
    }
}

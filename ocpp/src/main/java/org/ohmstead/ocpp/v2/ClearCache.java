package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Empty the authorization cache; CSMS to station.
 * Source: OCPP 2.x C11.
 */
public interface ClearCache {

    /** What the sender of ClearCache says. */
    record Request(@Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request() {
            this(null);
        }
    }

    /** The answer to ClearCache. */
    record Response(
            ClearCacheStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(ClearCacheStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ClearCacheStatus status) {
            this(status, null, null);
        }
    }

    /** Clear Cache Status. */
    enum ClearCacheStatus {
        Accepted,
        Rejected
    }
}

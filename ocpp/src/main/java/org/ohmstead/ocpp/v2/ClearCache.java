package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Empties the authorization cache; CSMS to station.
 * Source: OCPP 2.x C11.
 */
public interface ClearCache {

    /** Carries nothing. */
    record Request(@Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request() {
            this(null);
        }
    }

    /**
     * @param status     Rejected when the station has no cache
     * @param statusInfo reason, as code and text
     */
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

    /** Outcome of emptying the cache. */
    enum ClearCacheStatus {
        Accepted,
        Rejected
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Empties the authorization cache; CSMS to station.
 * Source: OCPP 1.6 §5.4.
 */
public interface ClearCache {

    /** Carries nothing. */
    record Request() implements OcppCall<Response> {}

    /** @param status Rejected when the station has no cache */
    record Response(Status status) implements OcppResult {}

    /** Outcome of emptying the cache. */
    enum Status {
        Accepted,
        Rejected
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Empty the authorization cache; CSMS to station.
 * Source: OCPP 1.6 §5.4.
 */
public interface ClearCache {

    /** What the sender of ClearCache says. */
    record Request() implements OcppCall<Response> {}

    /** The answer to ClearCache. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected
    }
}

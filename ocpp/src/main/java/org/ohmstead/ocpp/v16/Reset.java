package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Restarts the station; CSMS to station.
 * Source: OCPP 1.6 §5.14.
 */
public interface Reset {

    /** @param type how thoroughly */
    record Request(Type type) implements OcppCall<Response> {}

    /** @param status whether the restart follows */
    record Response(Status status) implements OcppResult {}

    /** Whether the restart follows. */
    enum Status {
        Accepted,
        Rejected
    }

    /** Soft: end transactions properly, then restart the software; Hard: restart everything at once. */
    enum Type {
        Hard,
        Soft
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Soft or hard restart; CSMS to station.
 * Source: OCPP 1.6 §5.14.
 */
public interface Reset {

    /** What the sender of Reset says. */
    record Request(Type type) implements OcppCall<Response> {}

    /** The answer to Reset. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected
    }

    /** Type. */
    enum Type {
        Hard,
        Soft
    }
}

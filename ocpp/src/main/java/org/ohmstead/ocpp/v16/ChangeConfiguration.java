package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Write one configuration key; CSMS to station.
 * Source: OCPP 1.6 §5.3.
 */
public interface ChangeConfiguration {

    /** What the sender of ChangeConfiguration says. */
    record Request(
            @MaxLength(50) String key, @MaxLength(500) String value) implements OcppCall<Response> {}

    /** The answer to ChangeConfiguration. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected,
        RebootRequired,
        NotSupported
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Writes one configuration key; CSMS to station.
 * Source: OCPP 1.6 §5.3.
 */
public interface ChangeConfiguration {

    /**
     * @param key   name of the key; compared without regard to case
     * @param value new value as text; booleans as true or false, lists separated by commas
     */
    record Request(
            @MaxLength(50) String key, @MaxLength(500) String value) implements OcppCall<Response> {}

    /** @param status how the station took it */
    record Response(Status status) implements OcppResult {}

    /**
     * Outcome of a write. RebootRequired: stored, but effective only after a restart; Rejected: the value does not
     * suit; NotSupported: the key is unknown.
     */
    enum Status {
        Accepted,
        Rejected,
        RebootRequired,
        NotSupported
    }
}

package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Keep-alive and clock synchronisation; station to CSMS.
 * Source: OCPP 1.6 §4.6.
 */
public interface Heartbeat {

    /** What the sender of Heartbeat says. */
    record Request() implements OcppCall<Response> {}

    /** The answer to Heartbeat. */
    record Response(Instant currentTime) implements OcppResult {}
}

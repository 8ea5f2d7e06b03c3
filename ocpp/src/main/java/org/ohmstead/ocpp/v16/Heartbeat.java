package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Shows that the station is alive, and sets its clock; station to CSMS.
 * Source: OCPP 1.6 §4.6.
 */
public interface Heartbeat {

    /** Carries nothing. */
    record Request() implements OcppCall<Response> {}

    /** @param currentTime clock of the CSMS, to which the station sets its own; UTC */
    record Response(Instant currentTime) implements OcppResult {}
}

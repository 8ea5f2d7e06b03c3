package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Read the version number of the local list; CSMS to station.
 * Source: OCPP 1.6 §5.10.
 */
public interface GetLocalListVersion {

    /** What the sender of GetLocalListVersion says. */
    record Request() implements OcppCall<Response> {}

    /** The answer to GetLocalListVersion. */
    record Response(int listVersion) implements OcppResult {}
}

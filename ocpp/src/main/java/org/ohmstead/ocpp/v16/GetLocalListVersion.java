package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Reads the version of the local list; CSMS to station.
 * Source: OCPP 1.6 §5.10.
 */
public interface GetLocalListVersion {

    /** Carries nothing. */
    record Request() implements OcppCall<Response> {}

    /** @param listVersion version last sent; 0: the list is empty, -1: the station has no local lists */
    record Response(int listVersion) implements OcppResult {}
}

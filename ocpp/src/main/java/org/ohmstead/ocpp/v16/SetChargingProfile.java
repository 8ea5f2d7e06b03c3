package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Install or replace a charging profile; CSMS to station.
 * Source: OCPP 1.6 §5.16.
 */
public interface SetChargingProfile {

    /** What the sender of SetChargingProfile says. */
    record Request(int connectorId, ChargingProfile csChargingProfiles) implements OcppCall<Response> {}

    /** The answer to SetChargingProfile. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Rejected,
        NotSupported
    }
}

package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Installs a charging profile, or replaces one; CSMS to station.
 * Source: OCPP 1.6 §5.16.
 */
public interface SetChargingProfile {

    /**
     * @param connectorId        connector it applies to; 0: the station, or the default of all connectors
     * @param csChargingProfiles the one profile, in spite of the plural
     */
    record Request(int connectorId, ChargingProfile csChargingProfiles) implements OcppCall<Response> {}

    /** @param status how the station took it */
    record Response(Status status) implements OcppResult {}

    /** Outcome of an installation. NotSupported: the station does not do smart charging. */
    enum Status {
        Accepted,
        Rejected,
        NotSupported
    }
}

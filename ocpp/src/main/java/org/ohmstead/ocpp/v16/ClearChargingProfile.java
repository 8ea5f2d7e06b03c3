package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Remove profiles by id or by matching criteria; CSMS to station.
 * Source: OCPP 1.6 §5.5.
 */
public interface ClearChargingProfile {

    /** What the sender of ClearChargingProfile says. */
    record Request(
            @Nullable Integer id,
            @Nullable Integer connectorId,
            @Nullable ChargingProfilePurpose chargingProfilePurpose,
            @Nullable Integer stackLevel)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request() {
            this(null, null, null, null);
        }
    }

    /** The answer to ClearChargingProfile. */
    record Response(Status status) implements OcppResult {}

    /** Status. */
    enum Status {
        Accepted,
        Unknown
    }
}

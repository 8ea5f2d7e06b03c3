package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Removes charging profiles, by identifier or by what they have in common; without any field, all of them; CSMS to
 * station.
 * Source: OCPP 1.6 §5.5.
 */
public interface ClearChargingProfile {

    /**
     * If an identifier is given, it alone counts; otherwise a profile goes when it matches every field present.
     *
     * @param id                     the one profile to remove
     * @param connectorId            connector whose profiles go, 0 for those on the station; absent: any
     * @param chargingProfilePurpose purpose to remove; absent: any
     * @param stackLevel             level to remove; absent: any
     */
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

    /** @param status Unknown when nothing matched */
    record Response(Status status) implements OcppResult {}

    /** Outcome of a removal. Unknown: nothing matched, so nothing was left to remove. */
    enum Status {
        Accepted,
        Unknown
    }
}

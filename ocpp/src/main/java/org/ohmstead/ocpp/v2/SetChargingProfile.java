package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;

/**
 * Installs a charging profile, or replaces one; CSMS to station.
 * Source: OCPP 2.x K01, K02, K03, K14, K15, K16, K17, K18, K19, K20, K28, K29, Q02, Q03 and more.
 */
public interface SetChargingProfile {

    /**
     * @param evseId          EVSE it applies to; 0: the station in total, or the default of every EVSE
     * @param chargingProfile the profile
     */
    record Request(
            @Range(min = 0, since = V21) int evseId,
            ChargingProfile chargingProfile,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int evseId, ChargingProfile chargingProfile) {
            this(evseId, chargingProfile, null);
        }
    }

    /**
     * @param status     whether the station complied
     * @param statusInfo reason, as code and text
     */
    record Response(
            ChargingProfileStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(ChargingProfileStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ChargingProfileStatus status) {
            this(status, null, null);
        }
    }
}

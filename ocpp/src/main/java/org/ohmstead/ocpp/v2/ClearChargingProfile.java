package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;

/**
 * Removes charging profiles, by identifier or by criteria; CSMS to station.
 * Source: OCPP 2.x K10.
 */
public interface ClearChargingProfile {

    /**
     * @param chargingProfileId       the one profile to remove
     * @param chargingProfileCriteria which profiles to remove instead
     */
    record Request(
            @Nullable Integer chargingProfileId,
            @Nullable ClearChargingProfileData chargingProfileCriteria,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                @Nullable Integer chargingProfileId, @Nullable ClearChargingProfileData chargingProfileCriteria) {
            this(chargingProfileId, chargingProfileCriteria, null);
        }
        /** What the specification requires; the rest absent. */
        public Request() {
            this(null, null, null);
        }
    }

    /**
     * @param status     Unknown when nothing matched
     * @param statusInfo reason, as code and text
     */
    record Response(
            ClearChargingProfileStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(ClearChargingProfileStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ClearChargingProfileStatus status) {
            this(status, null, null);
        }
    }

    /**
     * Selects profiles: those that match every field present.
     *
     * @param evseId                 EVSE whose profiles are meant, 0 for those on the station; absent: any
     * @param chargingProfilePurpose purpose; absent: any
     * @param stackLevel             level; absent: any
     */
    record ClearChargingProfileData(
            @Range(min = 0, since = V21) @Nullable Integer evseId,
            @Nullable ChargingProfilePurpose chargingProfilePurpose,
            @Range(min = 0, since = V21) @Nullable Integer stackLevel,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ClearChargingProfileData(
                @Nullable Integer evseId,
                @Nullable ChargingProfilePurpose chargingProfilePurpose,
                @Nullable Integer stackLevel) {
            this(evseId, chargingProfilePurpose, stackLevel, null);
        }
        /** What the specification requires; the rest absent. */
        public ClearChargingProfileData() {
            this(null, null, null, null);
        }
    }

    /** Outcome of a removal. Unknown: nothing matched, so nothing was left to remove. */
    enum ClearChargingProfileStatus {
        Accepted,
        Unknown
    }
}

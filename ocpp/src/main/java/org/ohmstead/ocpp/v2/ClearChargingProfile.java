package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;

/**
 * Remove profiles by id or by criteria; CSMS to station.
 * Source: OCPP 2.x K10.
 */
public interface ClearChargingProfile {

    /** What the sender of ClearChargingProfile says. */
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

    /** The answer to ClearChargingProfile. */
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

    /** Clear Charging Profile Data. */
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

    /** Clear Charging Profile Status. */
    enum ClearChargingProfileStatus {
        Accepted,
        Unknown
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.Range;

/**
 * Ask for installed profiles (returned via ReportChargingProfiles); CSMS to station.
 * Source: OCPP 2.x K09.
 */
public interface GetChargingProfiles {

    /** What the sender of GetChargingProfiles says. */
    record Request(
            int requestId,
            ChargingProfileCriterion chargingProfile,
            @Range(min = 0, since = V21) @Nullable Integer evseId,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int requestId, ChargingProfileCriterion chargingProfile, @Nullable Integer evseId) {
            this(requestId, chargingProfile, evseId, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId, ChargingProfileCriterion chargingProfile) {
            this(requestId, chargingProfile, null, null);
        }
    }

    /** The answer to GetChargingProfiles. */
    record Response(
            GetChargingProfileStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GetChargingProfileStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GetChargingProfileStatus status) {
            this(status, null, null);
        }
    }

    /** Charging Profile Criterion. */
    record ChargingProfileCriterion(
            @Nullable ChargingProfilePurpose chargingProfilePurpose,
            @Range(min = 0, since = V21) @Nullable Integer stackLevel,
            @Items(min = 1) @Nullable List<Integer> chargingProfileId,

            @Items(min = 1, max = 4) @OneOf(ChargingLimitSource.class) @MaxLength(20) @Nullable
            List<String> chargingLimitSource,

            @Nullable CustomData customData) {
        /** All but vendor data. */
        public ChargingProfileCriterion(
                @Nullable ChargingProfilePurpose chargingProfilePurpose,
                @Nullable Integer stackLevel,
                @Nullable List<Integer> chargingProfileId,
                @Nullable List<String> chargingLimitSource) {
            this(chargingProfilePurpose, stackLevel, chargingProfileId, chargingLimitSource, null);
        }
        /** What the specification requires; the rest absent. */
        public ChargingProfileCriterion() {
            this(null, null, null, null, null);
        }
    }

    /** Get Charging Profile Status. */
    enum GetChargingProfileStatus {
        Accepted,
        NoProfiles
    }
}

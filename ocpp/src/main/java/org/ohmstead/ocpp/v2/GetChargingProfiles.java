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
 * Asks for installed profiles, which follow in ReportChargingProfiles; CSMS to station.
 * Source: OCPP 2.x K09.
 */
public interface GetChargingProfiles {

    /**
     * @param requestId       identifier chosen by the CSMS; the messages that follow repeat it
     * @param chargingProfile which profiles
     * @param evseId          EVSE whose profiles are meant, 0 for those on the station; absent: all
     */
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

    /**
     * @param status     whether a report follows
     * @param statusInfo reason, as code and text
     */
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

    /**
     * Selects profiles: those that match every field present.
     *
     * @param chargingProfilePurpose purpose; absent: any
     * @param stackLevel             level; absent: any
     * @param chargingProfileId      identifiers; absent: any
     * @param chargingLimitSource    who set them; absent: anyone
     */
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

    /** Whether a report follows. NoProfiles: nothing matched, so none does. */
    enum GetChargingProfileStatus {
        Accepted,
        NoProfiles
    }
}

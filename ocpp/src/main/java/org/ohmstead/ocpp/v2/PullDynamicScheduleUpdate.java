package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Asks for new values of a dynamic profile; station to CSMS.
 * Source: OCPP 2.x K28.
 */
@Since(V21)
public interface PullDynamicScheduleUpdate {

    /** @param chargingProfileId identifier of the profile, unique per station */
    record Request(int chargingProfileId, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int chargingProfileId) {
            this(chargingProfileId, null);
        }
    }

    /**
     * @param status         Rejected if there is no such profile, or it is not dynamic
     * @param scheduleUpdate the new values; absent if Rejected
     * @param statusInfo     reason, as code and text
     */
    record Response(
            ChargingProfileStatus status,
            @Nullable ChargingScheduleUpdate scheduleUpdate,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(
                ChargingProfileStatus status,
                @Nullable ChargingScheduleUpdate scheduleUpdate,
                @Nullable StatusInfo statusInfo) {
            this(status, scheduleUpdate, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ChargingProfileStatus status) {
            this(status, null, null, null);
        }
    }
}

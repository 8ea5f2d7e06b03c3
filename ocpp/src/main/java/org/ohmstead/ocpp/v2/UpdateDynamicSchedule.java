package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Gives a dynamic profile new values; CSMS to station.
 * Source: OCPP 2.x K28.
 */
@Since(V21)
public interface UpdateDynamicSchedule {

    /**
     * @param chargingProfileId identifier of the profile, unique per station
     * @param scheduleUpdate    the new values
     */
    record Request(
            int chargingProfileId,
            ChargingScheduleUpdate scheduleUpdate,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int chargingProfileId, ChargingScheduleUpdate scheduleUpdate) {
            this(chargingProfileId, scheduleUpdate, null);
        }
    }

    /**
     * @param status     Rejected if there is no such profile, or it is not dynamic
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

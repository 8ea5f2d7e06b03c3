package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Since;

/**
 * Ask for fresh limits/setpoints of a dynamic profile; station to CSMS.
 * Source: OCPP 2.x K28.
 */
@Since(V21)
public interface PullDynamicScheduleUpdate {

    /** What the sender of PullDynamicScheduleUpdate says. */
    record Request(int chargingProfileId, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int chargingProfileId) {
            this(chargingProfileId, null);
        }
    }

    /** The answer to PullDynamicScheduleUpdate. */
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

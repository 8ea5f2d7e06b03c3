package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Reports how the EV intends to charge; station to CSMS.
 * Source: OCPP 2.x K15, K16, K17, K18, K19.
 */
public interface NotifyEVChargingSchedule {

    /**
     * @param timeBase                   zero of the periods; UTC
     * @param chargingSchedule           power over time as the EV plans it, in W
     * @param evseId                     EVSE that it is connected to
     * @param selectedChargingScheduleId schedule of the profile that the EV chose
     * @param powerToleranceAcceptance   whether the EV agrees to the power tolerance; absent: not told
     */
    record Request(
            Instant timeBase,
            ChargingSchedule chargingSchedule,
            @Range(min = 1, since = V21) int evseId,
            @Since(V21) @Range(min = 0) @Nullable Integer selectedChargingScheduleId,
            @Since(V21) @Nullable Boolean powerToleranceAcceptance,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                Instant timeBase,
                ChargingSchedule chargingSchedule,
                int evseId,
                @Nullable Integer selectedChargingScheduleId,
                @Nullable Boolean powerToleranceAcceptance) {
            this(timeBase, chargingSchedule, evseId, selectedChargingScheduleId, powerToleranceAcceptance, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(Instant timeBase, ChargingSchedule chargingSchedule, int evseId) {
            this(timeBase, chargingSchedule, evseId, null, null, null);
        }
    }

    /**
     * @param status     Rejected if the plan breaks a limit; another profile follows then
     * @param statusInfo reason, as code and text
     */
    record Response(
            GenericStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GenericStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericStatus status) {
            this(status, null, null);
        }
    }
}

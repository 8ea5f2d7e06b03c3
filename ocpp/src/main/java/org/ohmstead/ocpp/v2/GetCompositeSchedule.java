package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.Range;

/**
 * Asks which limits result from all profiles together; CSMS to station.
 * Source: OCPP 2.x K08.
 */
public interface GetCompositeSchedule {

    /**
     * @param duration         length of the forecast from now, in s
     * @param evseId           EVSE to compute for; 0 asks for the expected draw of the whole station
     * @param chargingRateUnit unit of the answer; absent: the station decides
     */
    record Request(
            int duration,
            @Range(min = 0, since = V21) int evseId,
            @Nullable ChargingRateUnit chargingRateUnit,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int duration, int evseId, @Nullable ChargingRateUnit chargingRateUnit) {
            this(duration, evseId, chargingRateUnit, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int duration, int evseId) {
            this(duration, evseId, null, null);
        }
    }

    /**
     * @param status     Rejected when the station cannot compute it
     * @param statusInfo reason, as code and text
     * @param schedule   the resulting limits; absent if Rejected
     */
    record Response(
            GenericStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CompositeSchedule schedule,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(GenericStatus status, @Nullable StatusInfo statusInfo, @Nullable CompositeSchedule schedule) {
            this(status, statusInfo, schedule, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericStatus status) {
            this(status, null, null, null);
        }
    }

    /**
     * Limits that result from all profiles together.
     *
     * @param chargingSchedulePeriod ascending by start; each lasts until the next
     * @param evseId                 EVSE computed for; 0 for the whole station
     * @param duration               length in s
     * @param scheduleStart          zero of the periods; UTC
     * @param chargingRateUnit       unit of every limit and setpoint
     */
    record CompositeSchedule(
            @Items(min = 1) List<ChargingSchedulePeriod> chargingSchedulePeriod,
            @Range(min = 0, since = V21) int evseId,
            int duration,
            Instant scheduleStart,
            ChargingRateUnit chargingRateUnit,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public CompositeSchedule(
                List<ChargingSchedulePeriod> chargingSchedulePeriod,
                int evseId,
                int duration,
                Instant scheduleStart,
                ChargingRateUnit chargingRateUnit) {
            this(chargingSchedulePeriod, evseId, duration, scheduleStart, chargingRateUnit, null);
        }
    }
}

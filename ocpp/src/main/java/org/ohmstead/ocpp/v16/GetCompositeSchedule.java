package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Asks which limits result from all profiles together; CSMS to station.
 * Source: OCPP 1.6 §5.7.
 */
public interface GetCompositeSchedule {

    /**
     * @param connectorId      connector to compute for; 0 asks for the expected draw of the whole station
     * @param duration         length of the forecast from now, in s
     * @param chargingRateUnit unit of the answer; absent: the station decides
     */
    record Request(int connectorId, int duration, @Nullable ChargingRateUnit chargingRateUnit)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(int connectorId, int duration) {
            this(connectorId, duration, null);
        }
    }

    /**
     * @param status           Rejected when the station cannot compute it
     * @param connectorId      connector of the schedule; absent if Rejected
     * @param scheduleStart    zero of the periods; absent if Rejected
     * @param chargingSchedule the resulting limits, without a startSchedule; absent if Rejected
     */
    record Response(
            Status status,
            @Nullable Integer connectorId,
            @Nullable Instant scheduleStart,
            @Nullable ChargingSchedule chargingSchedule)
            implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response(Status status) {
            this(status, null, null, null);
        }
    }

    /** Whether a schedule could be computed. */
    enum Status {
        Accepted,
        Rejected
    }
}

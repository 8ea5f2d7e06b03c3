package org.ohmstead.ocpp.v16;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Ask for the schedule resulting from all active profiles; CSMS to station.
 * Source: OCPP 1.6 §5.7.
 */
public interface GetCompositeSchedule {

    /** What the sender of GetCompositeSchedule says. */
    record Request(int connectorId, int duration, @Nullable ChargingRateUnit chargingRateUnit)
            implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(int connectorId, int duration) {
            this(connectorId, duration, null);
        }
    }

    /** The answer to GetCompositeSchedule. */
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

    /** Status. */
    enum Status {
        Accepted,
        Rejected
    }
}

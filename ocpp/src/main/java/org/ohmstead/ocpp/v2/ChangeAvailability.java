package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Makes the station, an EVSE or a connector operative or inoperative, across restarts; CSMS to station.
 * Source: OCPP 2.x G03, G04.
 */
public interface ChangeAvailability {

    /**
     * @param operationalStatus the wanted availability
     * @param evse              EVSE or connector concerned; absent: the whole station
     */
    record Request(
            OperationalStatus operationalStatus,
            @Nullable Evse evse,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(OperationalStatus operationalStatus, @Nullable Evse evse) {
            this(operationalStatus, evse, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(OperationalStatus operationalStatus) {
            this(operationalStatus, null, null);
        }
    }

    /**
     * @param status     Scheduled when a running transaction has to end first
     * @param statusInfo reason, as code and text
     */
    record Response(
            ChangeAvailabilityStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(ChangeAvailabilityStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(ChangeAvailabilityStatus status) {
            this(status, null, null);
        }
    }

    /** Outcome of a change of availability. Scheduled: it takes effect when the transaction ends. */
    enum ChangeAvailabilityStatus {
        Accepted,
        Rejected,
        Scheduled
    }

    /** Whether new transactions are possible. */
    enum OperationalStatus {
        Inoperative,
        Operative
    }
}

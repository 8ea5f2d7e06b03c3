package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Set station, EVSE or connector operative/inoperative; CSMS to station.
 * Source: OCPP 2.x G03, G04.
 */
public interface ChangeAvailability {

    /** What the sender of ChangeAvailability says. */
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

    /** The answer to ChangeAvailability. */
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

    /** Change Availability Status. */
    enum ChangeAvailabilityStatus {
        Accepted,
        Rejected,
        Scheduled
    }

    /** Operational Status. */
    enum OperationalStatus {
        Inoperative,
        Operative
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Begins or ends priority charging for a transaction; CSMS to station.
 * Source: OCPP 2.x K21.
 */
@Since(V21)
public interface UsePriorityCharging {

    /**
     * @param transactionId identifier that the station gave the transaction; compared without regard to case
     * @param activate      true to begin, false to end
     */
    record Request(
            @MaxLength(36) String transactionId,
            boolean activate,
            @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String transactionId, boolean activate) {
            this(transactionId, activate, null);
        }
    }

    /**
     * @param status     whether the station complies
     * @param statusInfo reason, as code and text
     */
    record Response(
            PriorityChargingStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(PriorityChargingStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(PriorityChargingStatus status) {
            this(status, null, null);
        }
    }

    /** Outcome for priority charging. NoProfile: there is no profile of that purpose. */
    @Since(V21)
    enum PriorityChargingStatus {
        Accepted,
        Rejected,
        NoProfile
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Tell the station which energy transfer modes are now allowed for a transaction; CSMS to station.
 * Source: OCPP 2.x Q02.
 */
@Since(V21)
public interface NotifyAllowedEnergyTransfer {

    /** What the sender of NotifyAllowedEnergyTransfer says. */
    record Request(
            @MaxLength(36) String transactionId,
            @Items(min = 1) List<EnergyTransferMode> allowedEnergyTransfer,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String transactionId, List<EnergyTransferMode> allowedEnergyTransfer) {
            this(transactionId, allowedEnergyTransfer, null);
        }
    }

    /** The answer to NotifyAllowedEnergyTransfer. */
    record Response(
            NotifyAllowedEnergyTransferStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(NotifyAllowedEnergyTransferStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(NotifyAllowedEnergyTransferStatus status) {
            this(status, null, null);
        }
    }

    /** Notify Allowed Energy Transfer Status. */
    @Since(V21)
    enum NotifyAllowedEnergyTransferStatus {
        Accepted,
        Rejected
    }
}

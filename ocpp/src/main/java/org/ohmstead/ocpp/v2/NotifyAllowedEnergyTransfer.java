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
 * Tells which modes of energy transfer a transaction may use from now on; CSMS to station.
 * Source: OCPP 2.x Q02.
 */
@Since(V21)
public interface NotifyAllowedEnergyTransfer {

    /**
     * @param transactionId         transaction concerned
     * @param allowedEnergyTransfer modes that the EV may choose from
     */
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

    /**
     * @param status     whether the station complied
     * @param statusInfo reason, as code and text
     */
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

    /** Whether the station takes the modes over. */
    @Since(V21)
    enum NotifyAllowedEnergyTransferStatus {
        Accepted,
        Rejected
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Asks for a message now; CSMS to station.
 * Source: OCPP 2.x F06, A02, L01.
 */
public interface TriggerMessage {

    /**
     * @param requestedMessage the message wanted
     * @param evse             EVSE or connector it shall be about; absent: all, or irrelevant
     * @param customTrigger    name of a message of the vendor; with CustomTrigger only
     */
    record Request(
            MessageTrigger requestedMessage,
            @Nullable Evse evse,
            @Since(V21) @MaxLength(50) @Nullable String customTrigger,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(MessageTrigger requestedMessage, @Nullable Evse evse, @Nullable String customTrigger) {
            this(requestedMessage, evse, customTrigger, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(MessageTrigger requestedMessage) {
            this(requestedMessage, null, null, null);
        }
    }

    /**
     * @param status     whether the message will follow
     * @param statusInfo reason, as code and text
     */
    record Response(
            TriggerMessageStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(TriggerMessageStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(TriggerMessageStatus status) {
            this(status, null, null);
        }
    }

    /**
     * What can be asked for. The Sign ones ask for a SignCertificate of that kind, Combined for one certificate for
     * both uses.
     */
    enum MessageTrigger {
        BootNotification,
        LogStatusNotification,
        FirmwareStatusNotification,
        Heartbeat,
        MeterValues,
        SignChargingStationCertificate,
        SignV2GCertificate,
        StatusNotification,
        TransactionEvent,
        SignCombinedCertificate,
        PublishFirmwareStatusNotification,
        @Since(V21)
        SignV2G20Certificate,
        @Since(V21)
        CustomTrigger
    }

    /** Whether the message will follow. NotImplemented: the station does not know it. */
    enum TriggerMessageStatus {
        Accepted,
        Rejected,
        NotImplemented
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Ask the station to send a given message now; CSMS to station.
 * Source: OCPP 2.x F06, A02, L01.
 */
public interface TriggerMessage {

    /** What the sender of TriggerMessage says. */
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

    /** The answer to TriggerMessage. */
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

    /** Message Trigger. */
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

    /** Trigger Message Status. */
    enum TriggerMessageStatus {
        Accepted,
        Rejected,
        NotImplemented
    }
}

package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Ask the point to send a given message now; CSMS to station.
 * Source: OCPP 1.6 §5.17.
 */
public interface TriggerMessage {

    /** What the sender of TriggerMessage says. */
    record Request(
            MessageTrigger requestedMessage, @Nullable Integer connectorId) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(MessageTrigger requestedMessage) {
            this(requestedMessage, null);
        }
    }

    /** The answer to TriggerMessage. */
    record Response(Status status) implements OcppResult {}

    /** Message Trigger. */
    enum MessageTrigger {
        BootNotification,
        DiagnosticsStatusNotification,
        FirmwareStatusNotification,
        Heartbeat,
        MeterValues,
        StatusNotification
    }

    /** Status. */
    enum Status {
        Accepted,
        Rejected,
        NotImplemented
    }
}

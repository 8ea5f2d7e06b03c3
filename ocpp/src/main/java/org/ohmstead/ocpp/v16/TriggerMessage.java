package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Asks for a message now; CSMS to station.
 * Source: OCPP 1.6 §5.17.
 */
public interface TriggerMessage {

    /**
     * @param requestedMessage the message wanted
     * @param connectorId      connector it shall be about, from 1; absent: all, or irrelevant
     */
    record Request(
            MessageTrigger requestedMessage, @Nullable Integer connectorId) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(MessageTrigger requestedMessage) {
            this(requestedMessage, null);
        }
    }

    /** @param status whether the message will follow */
    record Response(Status status) implements OcppResult {}

    /** What can be asked for. */
    enum MessageTrigger {
        BootNotification,
        DiagnosticsStatusNotification,
        FirmwareStatusNotification,
        Heartbeat,
        MeterValues,
        StatusNotification
    }

    /** Whether the message will follow. NotImplemented: the station does not know it. */
    enum Status {
        Accepted,
        Rejected,
        NotImplemented
    }
}

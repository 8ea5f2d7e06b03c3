package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Trigger incl. the security-extension messages (log status, signed firmware status, CSR); CSMS to station.
 * Source: OCPP 1.6 security extension A02, F06, L01, N01.
 */
public interface ExtendedTriggerMessage {

    /** What the sender of ExtendedTriggerMessage says. */
    record Request(
            MessageTrigger requestedMessage, @Nullable Integer connectorId) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(MessageTrigger requestedMessage) {
            this(requestedMessage, null);
        }
    }

    /** The answer to ExtendedTriggerMessage. */
    record Response(Status status) implements OcppResult {}

    /** Message Trigger. */
    enum MessageTrigger {
        BootNotification,
        LogStatusNotification,
        FirmwareStatusNotification,
        Heartbeat,
        MeterValues,
        SignChargePointCertificate,
        StatusNotification
    }

    /** Status. */
    enum Status {
        Accepted,
        Rejected,
        NotImplemented
    }
}

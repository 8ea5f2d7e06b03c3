package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Asks for a message now, those of the security extension included; CSMS to station.
 * Source: OCPP 1.6 security extension A02, F06, L01, N01.
 */
public interface ExtendedTriggerMessage {

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

    /**
     * What can be asked for. FirmwareStatusNotification here means SignedFirmwareStatusNotification,
     * SignChargePointCertificate a SignCertificate.
     */
    enum MessageTrigger {
        BootNotification,
        LogStatusNotification,
        FirmwareStatusNotification,
        Heartbeat,
        MeterValues,
        SignChargePointCertificate,
        StatusNotification
    }

    /** Whether the message will follow. NotImplemented: the station does not know it. */
    enum Status {
        Accepted,
        Rejected,
        NotImplemented
    }
}

package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Tells how far a signed firmware update has come; station to CSMS.
 * Source: OCPP 1.6 security extension L01.
 */
public interface SignedFirmwareStatusNotification {

    /**
     * @param status    state of the update
     * @param requestId the one of SignedUpdateFirmware; absent only with Idle
     */
    record Request(
            @Required @Nullable FirmwareStatus status,
            @Nullable Integer requestId) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable FirmwareStatus status) {
            this(status, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response() implements OcppResult {}

    /**
     * State of a signed update: download, check of the signature, installation. Idle answers a trigger while nothing is
     * under way.
     */
    enum FirmwareStatus {
        Downloaded,
        DownloadFailed,
        Downloading,
        DownloadScheduled,
        DownloadPaused,
        Idle,
        InstallationFailed,
        Installing,
        Installed,
        InstallRebooting,
        InstallScheduled,
        InstallVerificationFailed,
        InvalidSignature,
        SignatureVerified
    }
}

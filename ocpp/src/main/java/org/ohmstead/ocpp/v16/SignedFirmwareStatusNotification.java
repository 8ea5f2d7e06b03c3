package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;

/**
 * Progress of a signed firmware update; station to CSMS.
 * Source: OCPP 1.6 security extension L01.
 */
public interface SignedFirmwareStatusNotification {

    /** What the sender of SignedFirmwareStatusNotification says. */
    record Request(
            @Required @Nullable FirmwareStatus status,
            @Nullable Integer requestId) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(@Nullable FirmwareStatus status) {
            this(status, null);
        }
    }

    /** The answer to SignedFirmwareStatusNotification. */
    record Response() implements OcppResult {}

    /** Firmware Status. */
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

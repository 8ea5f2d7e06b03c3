package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Required;
import org.ohmstead.ocpp.schema.Since;

/**
 * Tells how far a firmware update has come; station to CSMS.
 * Source: OCPP 2.x L01, L02, F06.
 */
public interface FirmwareStatusNotification {

    /**
     * @param status     state of the update
     * @param requestId  the one of UpdateFirmware; absent only in answer to a trigger with nothing under way
     * @param statusInfo reason, as code and text
     */
    record Request(
            @Required @Nullable FirmwareStatus status,
            @Nullable Integer requestId,
            @Since(V21) @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(@Nullable FirmwareStatus status, @Nullable Integer requestId, @Nullable StatusInfo statusInfo) {
            this(status, requestId, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(@Nullable FirmwareStatus status) {
            this(status, null, null, null);
        }
    }

    /** Acknowledges receipt; carries nothing. */
    record Response(@Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response() {
            this(null);
        }
    }

    /**
     * State of an update: download, check of the signature, installation. Idle answers a trigger while nothing is under
     * way.
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

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;
import org.ohmstead.ocpp.schema.Since;

/**
 * Tells how far the publishing of firmware has come; station to CSMS.
 * Source: OCPP 2.x L03, F06.
 */
public interface PublishFirmwareStatusNotification {

    /**
     * @param status     state of the publishing
     * @param location   where the image is offered; required with Published
     * @param requestId  the one of PublishFirmware; absent only in answer to a trigger with nothing under way
     * @param statusInfo reason, as code and text
     */
    record Request(
            PublishFirmwareStatus status,

            @Items(min = 1) @MaxLength(value = 2000, v201 = 512) @Nullable
            List<String> location,

            @Range(min = 0, since = V21) @Nullable Integer requestId,
            @Since(V21) @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                PublishFirmwareStatus status,
                @Nullable List<String> location,
                @Nullable Integer requestId,
                @Nullable StatusInfo statusInfo) {
            this(status, location, requestId, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(PublishFirmwareStatus status) {
            this(status, null, null, null, null);
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
     * State of the publishing: download, check of the checksum, offer. Idle answers a trigger while nothing is under
     * way.
     */
    enum PublishFirmwareStatus {
        Idle,
        DownloadScheduled,
        Downloading,
        Downloaded,
        Published,
        DownloadFailed,
        DownloadPaused,
        InvalidChecksum,
        ChecksumVerified,
        PublishFailed
    }
}

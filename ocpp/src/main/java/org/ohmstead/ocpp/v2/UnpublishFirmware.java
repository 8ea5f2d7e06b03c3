package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Stop publishing firmware; CSMS to station.
 * Source: OCPP 2.x L04.
 */
public interface UnpublishFirmware {

    /** What the sender of UnpublishFirmware says. */
    record Request(@MaxLength(32) String checksum, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String checksum) {
            this(checksum, null);
        }
    }

    /** The answer to UnpublishFirmware. */
    record Response(
            UnpublishFirmwareStatus status, @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(UnpublishFirmwareStatus status) {
            this(status, null);
        }
    }

    /** Unpublish Firmware Status. */
    enum UnpublishFirmwareStatus {
        DownloadOngoing,
        NoFirmware,
        Unpublished
    }
}

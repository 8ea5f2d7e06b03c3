package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Ends the publishing of firmware; CSMS to station.
 * Source: OCPP 2.x L04.
 */
public interface UnpublishFirmware {

    /** @param checksum MD5 of the whole file, in hex, as in PublishFirmware */
    record Request(@MaxLength(32) String checksum, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String checksum) {
            this(checksum, null);
        }
    }

    /** @param status what became of it */
    record Response(
            UnpublishFirmwareStatus status, @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(UnpublishFirmwareStatus status) {
            this(status, null);
        }
    }

    /** Outcome of the end. DownloadOngoing: a station fetches it right now; NoFirmware: it was not published. */
    enum UnpublishFirmwareStatus {
        DownloadOngoing,
        NoFirmware,
        Unpublished
    }
}

package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Asks a local controller to fetch firmware and offer it to its stations; CSMS to station.
 * Source: OCPP 2.x L03.
 */
public interface PublishFirmware {

    /**
     * @param location      URL of the image
     * @param checksum      MD5 of the whole file, in hex
     * @param requestId     identifier chosen by the CSMS; the messages that follow repeat it
     * @param retries       how often to try again after a failure, 0 for never; absent: the station decides
     * @param retryInterval wait before each new attempt, in s; absent: the station decides
     */
    record Request(
            @MaxLength(value = 2000, v201 = 512) String location,
            @MaxLength(32) String checksum,
            @Range(min = 0, since = V21) int requestId,
            @Range(min = 0, since = V21) @Nullable Integer retries,
            @Range(min = 0, since = V21) @Nullable Integer retryInterval,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                String location,
                String checksum,
                int requestId,
                @Nullable Integer retries,
                @Nullable Integer retryInterval) {
            this(location, checksum, requestId, retries, retryInterval, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String location, String checksum, int requestId) {
            this(location, checksum, requestId, null, null, null);
        }
    }

    /**
     * @param status     whether the station complied
     * @param statusInfo reason, as code and text
     */
    record Response(
            GenericStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(GenericStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GenericStatus status) {
            this(status, null, null);
        }
    }
}

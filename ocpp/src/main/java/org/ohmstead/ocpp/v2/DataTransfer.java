package org.ohmstead.ocpp.v2;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Vendor-specific payload in either direction; both directions.
 * Source: OCPP 2.x P01, P02.
 */
public interface DataTransfer {

    /** What the sender of DataTransfer says. */
    record Request(
            @MaxLength(255) String vendorId,
            @MaxLength(50) @Nullable String messageId,
            @Nullable JsonNode data,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(String vendorId, @Nullable String messageId, @Nullable JsonNode data) {
            this(vendorId, messageId, data, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(String vendorId) {
            this(vendorId, null, null, null);
        }
    }

    /** The answer to DataTransfer. */
    record Response(
            DataTransferStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable JsonNode data,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(DataTransferStatus status, @Nullable StatusInfo statusInfo, @Nullable JsonNode data) {
            this(status, statusInfo, data, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(DataTransferStatus status) {
            this(status, null, null, null);
        }
    }

    /** Data Transfer Status. */
    enum DataTransferStatus {
        Accepted,
        Rejected,
        UnknownMessageId,
        UnknownVendorId
    }
}

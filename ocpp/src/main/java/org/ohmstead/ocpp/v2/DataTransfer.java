package org.ohmstead.ocpp.v2;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Carries what a vendor added to the protocol; both directions.
 * Source: OCPP 2.x P01, P02.
 */
public interface DataTransfer {

    /**
     * @param vendorId  whose extension it is, ideally a reversed domain name
     * @param messageId message within the extension of the vendor
     * @param data      payload, any JSON
     */
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

    /**
     * @param status     whether the receiver understood and took it
     * @param statusInfo reason, as code and text
     * @param data       answer, any JSON
     */
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

    /** Outcome of a transfer. A vendor never heard of is UnknownVendorId, one without that message UnknownMessageId. */
    enum DataTransferStatus {
        Accepted,
        Rejected,
        UnknownMessageId,
        UnknownVendorId
    }
}

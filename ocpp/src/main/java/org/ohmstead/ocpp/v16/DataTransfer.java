package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Carries what a vendor added to the protocol; both directions.
 * Source: OCPP 1.6 §4.3, §5.6.
 */
public interface DataTransfer {

    /**
     * @param vendorId  whose extension it is, ideally a reversed domain name
     * @param messageId message within the extension of the vendor
     * @param data      payload in a form of the vendor's choice, often JSON in a text
     */
    record Request(
            @MaxLength(255) String vendorId,
            @MaxLength(50) @Nullable String messageId,
            @Nullable String data) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(String vendorId) {
            this(vendorId, null, null);
        }
    }

    /**
     * @param status whether the receiver understood and took it
     * @param data   answer in the form of the vendor
     */
    record Response(Status status, @Nullable String data) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response(Status status) {
            this(status, null);
        }
    }

    /** Outcome of a transfer. A vendor never heard of is UnknownVendorId, one without that message UnknownMessageId. */
    enum Status {
        Accepted,
        Rejected,
        UnknownMessageId,
        UnknownVendorId
    }
}

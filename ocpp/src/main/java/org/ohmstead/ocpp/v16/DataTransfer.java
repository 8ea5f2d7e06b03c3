package org.ohmstead.ocpp.v16;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Vendor-specific payload in either direction; both directions.
 * Source: OCPP 1.6 §4.3, §5.6.
 */
public interface DataTransfer {

    /** What the sender of DataTransfer says. */
    record Request(
            @MaxLength(255) String vendorId,
            @MaxLength(50) @Nullable String messageId,
            @Nullable String data) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(String vendorId) {
            this(vendorId, null, null);
        }
    }

    /** The answer to DataTransfer. */
    record Response(Status status, @Nullable String data) implements OcppResult {
        /** What the specification requires; the rest absent. */
        public Response(Status status) {
            this(status, null);
        }
    }

    /** Status. */
    enum Status {
        Accepted,
        Rejected,
        UnknownMessageId,
        UnknownVendorId
    }
}

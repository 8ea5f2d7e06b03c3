package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Range;

/**
 * Report and/or erase data held about a customer; CSMS to station.
 * Source: OCPP 2.x N09, N10.
 */
public interface CustomerInformation {

    /** What the sender of CustomerInformation says. */
    record Request(
            @Range(min = 0, since = V21) int requestId,
            boolean report,
            boolean clear,
            @Nullable CertificateHashData customerCertificate,
            @Nullable IdToken idToken,
            @MaxLength(64) @Nullable String customerIdentifier,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(
                int requestId,
                boolean report,
                boolean clear,
                @Nullable CertificateHashData customerCertificate,
                @Nullable IdToken idToken,
                @Nullable String customerIdentifier) {
            this(requestId, report, clear, customerCertificate, idToken, customerIdentifier, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int requestId, boolean report, boolean clear) {
            this(requestId, report, clear, null, null, null, null);
        }
    }

    /** The answer to CustomerInformation. */
    record Response(
            CustomerInformationStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(CustomerInformationStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(CustomerInformationStatus status) {
            this(status, null, null);
        }
    }

    /** Customer Information Status. */
    enum CustomerInformationStatus {
        Accepted,
        Rejected,
        Invalid
    }
}

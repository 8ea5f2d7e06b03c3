package org.ohmstead.ocpp.v2;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Asks for the OCSP response of a certificate; station to CSMS.
 * Source: OCPP 2.x M06.
 */
public interface GetCertificateStatus {

    /** @param ocspRequestData the certificate and its responder */
    record Request(
            OCSPRequestData ocspRequestData, @Nullable CustomData customData) implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(OCSPRequestData ocspRequestData) {
            this(ocspRequestData, null);
        }
    }

    /**
     * @param status     whether a response was had
     * @param statusInfo reason, as code and text
     * @param ocspResult OCSP response by RFC 6960, DER in base64; absent only on failure
     */
    record Response(
            GetCertificateStatusKind status,
            @Nullable StatusInfo statusInfo,
            @MaxLength(value = 18000, v201 = 5500) @Nullable String ocspResult,
            @Nullable CustomData customData)
            implements OcppResult {
        /** All but vendor data. */
        public Response(GetCertificateStatusKind status, @Nullable StatusInfo statusInfo, @Nullable String ocspResult) {
            this(status, statusInfo, ocspResult, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(GetCertificateStatusKind status) {
            this(status, null, null, null);
        }
    }

    /** Whether the responder answered. */
    enum GetCertificateStatusKind {
        Accepted,
        Failed
    }
}
